-- Times are milliseconds since 1970, UTC. Corners, boxes and candidates are JSON.

-- The last number given away, by name (the ids of reads and the sequence of events have no gap), and sums of what is kept.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counter (name, last) VALUES ('read', 0), ('event', 0), ('kept_reads', 0), ('kept_bytes', 0);

-- Every text once, in the forms that searches need.
CREATE TABLE plate (
    id INTEGER PRIMARY KEY,
    plate TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL,
    folded_reversed TEXT NOT NULL
);
CREATE INDEX plate_folded ON plate (folded, plate);
CREATE INDEX plate_folded_reversed ON plate (folded_reversed, plate);

-- Any three characters of a plate.
CREATE VIRTUAL TABLE plate_parts USING fts5 (plate, content = 'plate', content_rowid = 'id', tokenize = 'trigram', detail = 'none');
CREATE TRIGGER plate_added AFTER INSERT ON plate BEGIN
    INSERT INTO plate_parts (rowid, plate) VALUES (new.id, new.plate);
END;
CREATE TRIGGER plate_removed AFTER DELETE ON plate BEGIN
    INSERT INTO plate_parts (plate_parts, rowid, plate) VALUES ('delete', old.id, old.plate);
END;

CREATE TABLE plate_read (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    time INTEGER NOT NULL,
    text TEXT NOT NULL,
    plate TEXT NOT NULL,
    confidence REAL NOT NULL,
    country TEXT,
    region TEXT,
    box TEXT,
    corners TEXT,
    candidates TEXT NOT NULL,
    dialect TEXT NOT NULL,
    client TEXT,
    camera TEXT,
    picture_digest TEXT,
    model_digest TEXT,
    strip TEXT,
    picture TEXT,
    bytes INTEGER NOT NULL,
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
    sequence INTEGER PRIMARY KEY,
    uid TEXT,
    time INTEGER NOT NULL,
    type TEXT NOT NULL,
    read_id INTEGER,
    data TEXT
);
CREATE UNIQUE INDEX event_uid ON event (uid) WHERE uid IS NOT NULL;

CREATE TABLE sink_cursor (
    sink TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL
) WITHOUT ROWID;
