"""The audit of withheld cells, held against other programs that audit; make oracles installs them apart."""
