/**
 * The way in: {@link dev.gantry.PlateRecognizer} puts detector and reader together and judges what they find.
 * It is the only package that knows both of them; pixels, models and values live below it.
 * Nothing here knows of HTTP, databases, configuration files or video.
 */
@NullMarked
package dev.gantry;

import org.jspecify.annotations.NullMarked;
