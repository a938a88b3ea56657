-- Cameras that are managed through the API; the definition is JSON and holds their passwords.
CREATE TABLE camera (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO counter (name, last) VALUES ('sighting', 0);

-- One passing vehicle each. Its best read is a row of plate_read with the same text, by which it is searched for, and with
-- which it is forgotten. Path and raw reads are JSON.
CREATE TABLE sighting (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    camera TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    text TEXT NOT NULL,
    plate TEXT NOT NULL,
    confidence REAL NOT NULL,
    country TEXT,
    region TEXT,
    direction TEXT,
    reads INTEGER NOT NULL,
    state TEXT NOT NULL,
    parked INTEGER NOT NULL,
    best_read INTEGER NOT NULL UNIQUE,
    candidates TEXT NOT NULL,
    path TEXT NOT NULL,
    raw_reads TEXT NOT NULL,
    updated INTEGER NOT NULL
);
CREATE INDEX sighting_open ON sighting (camera) WHERE state = 'open';
CREATE INDEX sighting_last_seen ON sighting (camera, last_seen);

ALTER TABLE plate_read ADD COLUMN sighting INTEGER;

-- A sighting's events have data of their own, which goes with its best read.
CREATE INDEX event_of_sighting ON event (read_id) WHERE data IS NOT NULL;

-- Candidates that did not count, by the hour in which they were seen.
CREATE TABLE rejection (
    camera TEXT NOT NULL,
    hour INTEGER NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (camera, hour, reason)
) WITHOUT ROWID;
