/**
 * Where frames come from: {@link dev.gantry.server.camera.FrameSource} and its implementations on an {@code ffmpeg} child
 * process, and {@link dev.gantry.server.camera.VideoRecognizer}, which makes sightings of them. A crash or hang of the
 * decoder is only a child's. Nothing here knows of HTTP or of a database.
 */
@NullMarked
package dev.gantry.server.camera;

import org.jspecify.annotations.NullMarked;
