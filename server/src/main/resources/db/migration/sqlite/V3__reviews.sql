-- What people say of reads: nothing here is ever changed. A read's verdict is that of its last row, none after 'undone'.
CREATE TABLE review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    read_id INTEGER NOT NULL,
    time INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'corrected', 'not_a_plate', 'undone')),
    text TEXT,
    sampled INTEGER NOT NULL
);
CREATE INDEX review_read ON review (read_id, id);

-- What follows from these rows, so that searches need not look at them, and what the queue and the statistics ask for.
-- sampled: 1 when the read was drawn at random, so that it says something of all reads.
ALTER TABLE plate_read ADD COLUMN verdict TEXT;
ALTER TABLE plate_read ADD COLUMN correction TEXT;
ALTER TABLE plate_read ADD COLUMN sampled INTEGER;
ALTER TABLE plate_read ADD COLUMN margin REAL NOT NULL DEFAULT 1;
ALTER TABLE plate_read ADD COLUMN width REAL;
UPDATE plate_read SET
    margin = confidence - coalesce(json_extract(candidates, '$[1].confidence'), 0),
    width = json_extract(box, '$[2]');

CREATE INDEX plate_read_unreviewed ON plate_read (margin, id, camera, time) WHERE verdict IS NULL AND strip IS NOT NULL;
CREATE INDEX plate_read_reviewed ON plate_read (verdict, id, sampled) WHERE verdict IS NOT NULL;
DROP INDEX plate_read_time;
CREATE INDEX plate_read_time ON plate_read (time, id, confidence, plate, camera, width);
