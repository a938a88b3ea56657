-- What a plate format decided in a read's text, as JSON; of those reads alone of which it decided something.
CREATE TABLE read_change (
    read_id BIGINT PRIMARY KEY,
    changes TEXT NOT NULL
);
