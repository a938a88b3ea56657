/**
 * The event log's tie to Redis: reads of this node are published there, reads of other nodes come from there into this
 * node's log. Redis may be away at any time; the log knows how far it has come. Nothing outside knows of Jedis.
 */
@NullMarked
package dev.gantry.server.event.redis;

import org.jspecify.annotations.NullMarked;
