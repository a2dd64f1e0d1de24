INSERT INTO invoices (name) VALUES ('from a script');
