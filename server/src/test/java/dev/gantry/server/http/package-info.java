@NullMarked
package dev.gantry.server.http;

import org.jspecify.annotations.NullMarked;
