package dev.gantry.server.event.redis;

import java.net.URI;

/**
 * Where Redis is and what it is to keep.
 *
 * @param url such as {@code redis://host:6379}, with name, password and database as Redis' own programs write them
 * @param streamLength about how many reads the Stream keeps, 1 or more
 */
public record RedisOptions(URI url, int streamLength) {}
