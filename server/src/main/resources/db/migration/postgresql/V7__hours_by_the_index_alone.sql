-- Going through an index by an expression needs a look at each row unless the index also holds what the expression is made
-- of. What PostgreSQL knows of the expression's values goes with the old index, so it looks anew.
DROP INDEX plate_read_hour;
CREATE INDEX plate_read_hour ON plate_read ((read_group * 24 + time / 3600000 % 24), time, id, confidence, plate)
    INCLUDE (read_group);
ANALYZE plate_read;
