@NullMarked
package dev.gantry.server.camera.managed;

import org.jspecify.annotations.NullMarked;
