package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** ONNX keeps numbers as little-endian bytes. */
final class Raw {

    private Raw() {}

    static float[] floats(TensorProto tensor) {
        var buffer = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    static ByteString floats(float... values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }

    static ByteString integers(int... values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }
}
