package dev.gantry.training.nn;

import org.bytedeco.pytorch.Tensor;

/**
 * A tensor on its way through a net.
 *
 * @param tensor the numbers
 * @param name its name in the ONNX graph that is being written; empty when none is
 */
public record Value(Tensor tensor, String name) {}
