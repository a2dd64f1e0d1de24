--liquibase formatted sql

--changeset gino:1
CREATE TABLE countries (id bigint PRIMARY KEY, name text, made_by text DEFAULT 'a changeset');
