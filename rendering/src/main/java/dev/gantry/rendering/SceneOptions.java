package dev.gantry.rendering;

/**
 * What a rendered scene should be like.
 *
 * @param width the picture's width in pixels, at least 160
 * @param height the picture's height in pixels, at least 120
 * @param plates how many cars with a plate, 0 to 4
 * @param plateWidth each plate's width in pixels before it is turned; at most a third of the picture's width for two plates
 *     and more, so that all lie inside
 * @param tilt the camera's roll in radians, clockwise; up to 0.6
 * @param yaw how far the cars are turned away from the camera, in radians; up to 0.9
 * @param night dark, with lamps lit
 * @param distractors signs, shop fronts and stickers with text that is no plate
 */
public record SceneOptions(
        int width,
        int height,
        int plates,
        double plateWidth,
        double tilt,
        double yaw,
        boolean night,
        boolean distractors) {

    public SceneOptions {
        if (width < 160 || height < 120 || plates < 0 || plates > 4 || plateWidth < 4) {
            throw new IllegalArgumentException(
                    "A scene must be at least 160x120, with 0 to 4 plates of at least 4 pixels. Change the options.");
        }
    }

    /** One car by day, upright, its plate a ninth of the picture's width. */
    public static SceneOptions of(int width, int height) {
        return new SceneOptions(width, height, 1, width / 9.0, 0, 0, false, true);
    }

    public SceneOptions withPlates(int count) {
        return new SceneOptions(width, height, count, plateWidth, tilt, yaw, night, distractors);
    }

    public SceneOptions withPlateWidth(double pixels) {
        return new SceneOptions(width, height, plates, pixels, tilt, yaw, night, distractors);
    }

    public SceneOptions withTilt(double radians) {
        return new SceneOptions(width, height, plates, plateWidth, radians, yaw, night, distractors);
    }

    public SceneOptions withYaw(double radians) {
        return new SceneOptions(width, height, plates, plateWidth, tilt, radians, night, distractors);
    }

    public SceneOptions withNight(boolean dark) {
        return new SceneOptions(width, height, plates, plateWidth, tilt, yaw, dark, distractors);
    }

    public SceneOptions withDistractors(boolean shown) {
        return new SceneOptions(width, height, plates, plateWidth, tilt, yaw, night, shown);
    }
}
