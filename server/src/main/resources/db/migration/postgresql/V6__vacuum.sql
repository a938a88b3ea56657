-- Going through the newest reads by an index alone needs to know that they are visible to all, which vacuuming finds out.
-- By default that waits until a fifth of the table is new.
ALTER TABLE plate_read SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
