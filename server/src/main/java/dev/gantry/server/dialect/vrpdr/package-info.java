/** vrpdr: {@code POST /} with a picture as {@code file}, answered with its plates and the picture with them drawn in. */
@NullMarked
package dev.gantry.server.dialect.vrpdr;

import org.jspecify.annotations.NullMarked;
