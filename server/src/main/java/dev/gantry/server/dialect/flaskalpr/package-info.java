/** FlaskALPR: a picture's plate by {@code POST /upload-camera-image}, and whether plates were seen since a time. */
@NullMarked
package dev.gantry.server.dialect.flaskalpr;

import org.jspecify.annotations.NullMarked;
