package dev.gantry.model;

import java.util.Arrays;

/**
 * One of a model's outputs.
 *
 * @param name what the model calls it
 * @param shape its dimensions
 * @param values its values in row-major order
 */
public record Tensor(String name, long[] shape, float[] values) {

    public int rank() {
        return shape.length;
    }

    public int size(int dimension) {
        return Math.toIntExact(shape[dimension]);
    }

    /** The name with its shape, for errors: {@code output0 [1, 5, 8400]}. */
    public String describe() {
        return name + " " + Arrays.toString(shape);
    }
}
