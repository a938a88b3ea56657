/**
 * What every address needs of HTTP, whatever dialect it speaks: bodies read within limits and held in memory, multipart
 * forms taken apart, clients that have gone away noticed, refusals below the routes written as JSON.
 * Built on Jetty and the servlet interface; nothing here knows of routes, plates or pages.
 */
@NullMarked
package dev.gantry.server.http;

import org.jspecify.annotations.NullMarked;
