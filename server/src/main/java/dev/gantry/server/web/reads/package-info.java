/** How a read is shown: its row on Live and in History, its characters, its pictures. */
@NullMarked
package dev.gantry.server.web.reads;

import org.jspecify.annotations.NullMarked;
