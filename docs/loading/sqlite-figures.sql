select * from figures;
