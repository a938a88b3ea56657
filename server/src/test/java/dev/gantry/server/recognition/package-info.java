@NullMarked
package dev.gantry.server.recognition;

import org.jspecify.annotations.NullMarked;
