-- Times are milliseconds since 1970, UTC. Corners, boxes and candidates are JSON.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The last number given away, by name (the ids of reads and the sequence of events have no gap), and sums of what is kept.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO counter (name, last) VALUES ('read', 0), ('event', 0), ('kept_reads', 0), ('kept_bytes', 0);

-- Every text once, in the forms that searches need. Collation C: prefixes use the indexes.
CREATE TABLE plate (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plate TEXT COLLATE "C" NOT NULL UNIQUE,
    folded TEXT COLLATE "C" NOT NULL,
    folded_reversed TEXT COLLATE "C" NOT NULL
);
CREATE INDEX plate_folded ON plate (folded, plate);
CREATE INDEX plate_folded_reversed ON plate (folded_reversed, plate);

-- Any three characters of a plate.
CREATE INDEX plate_parts ON plate USING gin (plate gin_trgm_ops);

CREATE TABLE plate_read (
    id BIGINT PRIMARY KEY,
    uid TEXT COLLATE "C" NOT NULL UNIQUE,
    time BIGINT NOT NULL,
    text TEXT NOT NULL,
    plate TEXT COLLATE "C" NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    country TEXT COLLATE "C",
    region TEXT COLLATE "C",
    box TEXT,
    corners TEXT,
    candidates TEXT NOT NULL,
    dialect TEXT COLLATE "C" NOT NULL,
    client TEXT,
    camera TEXT COLLATE "C",
    picture_digest TEXT,
    model_digest TEXT,
    strip TEXT,
    picture TEXT,
    bytes BIGINT NOT NULL,
    hit INTEGER NOT NULL
);
-- Plate and confidence ride along, so that going through reads need not look at the rows.
CREATE INDEX plate_read_time ON plate_read (time, id, confidence, plate);
CREATE INDEX plate_read_plate ON plate_read (plate, time, id);
CREATE INDEX plate_read_camera ON plate_read (camera, time, id);
CREATE INDEX plate_read_dialect ON plate_read (dialect, time, id);
CREATE INDEX plate_read_country ON plate_read (country, time, id);
CREATE INDEX plate_read_region ON plate_read (region, time, id);
CREATE INDEX plate_read_hit ON plate_read (time, id) WHERE hit = 1;
CREATE INDEX plate_read_picture ON plate_read (picture) WHERE picture IS NOT NULL;

-- A read's event has no data of its own: it is the read's row, for as long as that is kept.
CREATE TABLE event (
    sequence BIGINT PRIMARY KEY,
    uid TEXT COLLATE "C",
    time BIGINT NOT NULL,
    type TEXT NOT NULL,
    read_id BIGINT,
    data TEXT
);
CREATE UNIQUE INDEX event_uid ON event (uid) WHERE uid IS NOT NULL;

CREATE TABLE sink_cursor (
    sink TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL
);
