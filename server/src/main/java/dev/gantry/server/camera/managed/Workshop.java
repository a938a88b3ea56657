package dev.gantry.server.camera.managed;

import dev.gantry.grammar.PlateGrammar;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.server.sighting.Sightings;
import org.jspecify.annotations.Nullable;

/**
 * What all cameras share.
 *
 * @param grammar settles near-ties and tells regions; null for the texts as they were read
 * @param keepFrames whether the whole frame is kept beside a sighting's strip
 * @param rawStrips most small strips of a sighting's raw reads
 */
record Workshop(
        FrameSources sources,
        FrameRecognizer recognizer,
        @Nullable PlateGrammar grammar,
        FairShare share,
        Sightings sightings,
        Rejections rejections,
        boolean keepFrames,
        int rawStrips,
        Timings timings) {}
