/**
 * Pictures that a client names by their address instead of sending them. {@link dev.gantry.server.fetch.UrlGuard} decides
 * which addresses the server may go to on a stranger's behalf, {@link dev.gantry.server.fetch.PictureFetcher} goes there
 * and nowhere else, within limits of bytes and time.
 * Nothing here knows of routes or recognition; only this package knows its HTTP client.
 */
@NullMarked
package dev.gantry.server.fetch;

import org.jspecify.annotations.NullMarked;
