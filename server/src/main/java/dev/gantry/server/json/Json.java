package dev.gantry.server.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Makes the mapper that all of Gantry's JSON goes through. */
public final class Json {

    private Json() {}

    /**
     * A new mapper: nulls are written, unknown fields are ignored when reading. It is safe for many threads; one for the
     * whole process is enough.
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }
}
