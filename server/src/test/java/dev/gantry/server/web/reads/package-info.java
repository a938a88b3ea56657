@NullMarked
package dev.gantry.server.web.reads;

import org.jspecify.annotations.NullMarked;
