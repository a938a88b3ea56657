-- Reads by what they are filtered by: a group has those of one camera, source, region and range of confidence that a list has an
-- entry for, or has not. There are hundreds of groups where there are millions of reads. The newest of a group are next to each
-- other in an index, and so are those of a group in an hour of the day (UTC): a page of any filter is put together from the
-- newest of each group that fits, however rare they are. least: where the range begins; ReadGroup has the same ranges.
CREATE TABLE read_group (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    camera TEXT COLLATE "C",
    dialect TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C",
    region TEXT COLLATE "C",
    least DOUBLE PRECISION NOT NULL,
    hit INTEGER NOT NULL
);
CREATE UNIQUE INDEX read_group_key ON read_group (dialect, coalesce(camera, ''), coalesce(region, ''), least, hit);

DROP INDEX plate_read_plate;
DROP INDEX plate_read_time;
DROP INDEX plate_read_camera;
DROP INDEX plate_read_dialect;
DROP INDEX plate_read_country;
DROP INDEX plate_read_region;
DROP INDEX plate_read_confidence;

ALTER TABLE plate_read ADD COLUMN read_group BIGINT NOT NULL DEFAULT 0;
INSERT INTO read_group (camera, dialect, country, region, least, hit)
    SELECT DISTINCT nullif(camera, ''), dialect, nullif(country, ''), nullif(region, ''),
        CASE WHEN confidence >= 1 THEN 1 WHEN confidence >= 0.9999 THEN 0.9999 WHEN confidence >= 0.999 THEN 0.999
            WHEN confidence >= 0.99 THEN 0.99 WHEN confidence >= 0.98 THEN 0.98 WHEN confidence >= 0.95 THEN 0.95
            WHEN confidence >= 0.9 THEN 0.9 WHEN confidence >= 0.8 THEN 0.8 WHEN confidence >= 0.7 THEN 0.7 ELSE 0 END,
        hit
    FROM plate_read;
UPDATE plate_read SET read_group = (
    SELECT number FROM read_group g
    WHERE g.dialect = plate_read.dialect AND coalesce(g.camera, '') = coalesce(plate_read.camera, '')
        AND coalesce(g.region, '') = coalesce(plate_read.region, '') AND g.hit = plate_read.hit
        AND g.least = CASE WHEN confidence >= 1 THEN 1 WHEN confidence >= 0.9999 THEN 0.9999 WHEN confidence >= 0.999 THEN 0.999
            WHEN confidence >= 0.99 THEN 0.99 WHEN confidence >= 0.98 THEN 0.98 WHEN confidence >= 0.95 THEN 0.95
            WHEN confidence >= 0.9 THEN 0.9 WHEN confidence >= 0.8 THEN 0.8 WHEN confidence >= 0.7 THEN 0.7 ELSE 0 END);

-- What is often asked for in addition rides along, so that going through reads need not look at the rows.
CREATE INDEX plate_read_plate ON plate_read (plate, time, id, read_group, confidence);
CREATE INDEX plate_read_time ON plate_read (time, id, confidence, plate, camera, width, read_group);
CREATE INDEX plate_read_group ON plate_read (read_group, time, id, confidence, plate);
CREATE INDEX plate_read_hour ON plate_read ((read_group * 24 + time / 3600000 % 24), time, id, confidence, plate);
