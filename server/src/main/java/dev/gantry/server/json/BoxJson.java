package dev.gantry.server.json;

import dev.gantry.plate.Box;

/** An upright rectangle, px. */
public record BoxJson(double x, double y, double width, double height) {

    static BoxJson of(Box box) {
        return new BoxJson(
                Rounded.pixels(box.x()),
                Rounded.pixels(box.y()),
                Rounded.pixels(box.width()),
                Rounded.pixels(box.height()));
    }
}
