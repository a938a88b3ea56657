package dev.gantry.server.camera;

import java.util.Locale;

/** Which of a video's frames are wanted. */
public sealed interface Sampling {

    /** The ffmpeg filter that lets them through. */
    String filter();

    /** Of each stretch of so many parts of a second the first frame, with its own time. None is ever made up. */
    record AtMost(double framesPerSecond) implements Sampling {
        @Override
        public String filter() {
            String slot = "floor(%s*" + framesPerSecond + ")";
            return String.format(
                    Locale.ROOT,
                    "select='isnan(prev_selected_t)+not(eq(%s,%s))'",
                    slot.formatted("t"),
                    slot.formatted("prev_selected_t"));
        }
    }

    /** Exactly so many in each second; frames are left out or repeated. */
    record Exactly(double framesPerSecond) implements Sampling {
        @Override
        public String filter() {
            return "fps=" + framesPerSecond;
        }
    }
}
