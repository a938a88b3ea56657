package dev.gantry.benchmarks.accuracy;

/** How a camera may stand to a plate; each by an angle. */
enum Turn {
    TURNED("turned in the picture", 1, 0, 0),
    TILTED("seen from above", 0, 1, 0),
    SLANTED("seen from the side", 0, 0, 1),
    TURNED_AND_SLANTED("turned and from the side, both by the angle", 1, 0, 1);

    final String words;

    /** About the line of sight; likewise {@code pitch} about the plate's long axis and {@code yaw} about its short one. */
    final int roll;

    final int pitch;
    final int yaw;

    Turn(String words, int roll, int pitch, int yaw) {
        this.words = words;
        this.roll = roll;
        this.pitch = pitch;
        this.yaw = yaw;
    }
}
