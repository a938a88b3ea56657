package dev.gantry.training.nn;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Between Java arrays and libtorch tensors. */
public final class Tensors {

    private Tensors() {}

    public static Tensor of(float[] values, long... shape) {
        var tensor = torch.empty(shape);
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
        return tensor;
    }

    public static Tensor of(long[] values, long... shape) {
        var tensor = torch.empty(shape).to(ScalarType.Long);
        new LongPointer(tensor.data_ptr_long()).put(values, 0, values.length);
        return tensor;
    }

    /** The tensor's numbers in row-major order. */
    public static float[] floats(Tensor tensor) {
        var plain = tensor.detach().to(ScalarType.Float).contiguous();
        var values = new float[Math.toIntExact(plain.numel())];
        new FloatPointer(plain.data_ptr_float()).get(values);
        return values;
    }

    public static long[] shape(Tensor tensor) {
        var shape = new long[Math.toIntExact(tensor.dim())];
        Arrays.setAll(shape, tensor::size);
        return shape;
    }
}
