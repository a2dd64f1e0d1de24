INSERT INTO notes (text) VALUES ('from the root');
