-- Cameras that are managed through the API; the definition is JSON and holds their passwords.
CREATE TABLE camera (
    id TEXT COLLATE "C" PRIMARY KEY,
    definition TEXT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL
);

INSERT INTO counter (name, last) VALUES ('sighting', 0);

-- One passing vehicle each. Its best read is a row of plate_read with the same text, by which it is searched for, and with
-- which it is forgotten. Path and raw reads are JSON.
CREATE TABLE sighting (
    id BIGINT PRIMARY KEY,
    uid TEXT COLLATE "C" NOT NULL UNIQUE,
    camera TEXT COLLATE "C" NOT NULL,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    text TEXT NOT NULL,
    plate TEXT COLLATE "C" NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    country TEXT COLLATE "C",
    region TEXT COLLATE "C",
    direction TEXT,
    reads INTEGER NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    parked INTEGER NOT NULL,
    best_read BIGINT NOT NULL UNIQUE,
    candidates TEXT NOT NULL,
    path TEXT NOT NULL,
    raw_reads TEXT NOT NULL,
    updated BIGINT NOT NULL
);
CREATE INDEX sighting_open ON sighting (camera) WHERE state = 'open';
CREATE INDEX sighting_last_seen ON sighting (camera, last_seen);

ALTER TABLE plate_read ADD COLUMN sighting BIGINT;

-- A sighting's events have data of their own, which goes with its best read.
CREATE INDEX event_of_sighting ON event (read_id) WHERE data IS NOT NULL;

-- Candidates that did not count, by the hour in which they were seen.
CREATE TABLE rejection (
    camera TEXT COLLATE "C" NOT NULL,
    hour BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (camera, hour, reason)
);
