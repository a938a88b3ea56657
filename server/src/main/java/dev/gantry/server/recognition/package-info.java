/**
 * Recognition under load: {@link dev.gantry.server.recognition.RecognitionService} runs pictures on a bounded number of
 * workers behind a bounded queue and tells every way that this can end as an
 * {@link dev.gantry.server.recognition.Outcome}. Every address that takes pictures goes through it.
 * Nothing here knows of HTTP.
 */
@NullMarked
package dev.gantry.server.recognition;

import org.jspecify.annotations.NullMarked;
