INSERT INTO countries (id, name) VALUES (1, 'Greece');
INSERT INTO cities (id, name, country_id) VALUES (1, 'Athens', 1);
