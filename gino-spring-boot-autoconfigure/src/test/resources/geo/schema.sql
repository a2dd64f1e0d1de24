CREATE TABLE IF NOT EXISTS countries (id bigint PRIMARY KEY, name text, made_by text DEFAULT 'a script');
