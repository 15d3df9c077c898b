select * from deaths_labelled;
