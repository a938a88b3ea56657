package dev.gantry.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.server.json.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** One JSON object a line, each written as soon as it is known. */
final class JsonLinesWriter implements OutcomeWriter {

    private final PrintWriter out;
    private final ObjectMapper mapper = Json.mapper();

    JsonLinesWriter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(Outcome outcome) {
        switch (outcome) {
            case Outcome.Recognized recognized -> line(recognized.recognition());
            case Outcome.Sighted sighted -> line(sighted.sighting());
            case Outcome.NothingSighted _ -> {} // one line for each sighting
            case Outcome.Failed failed -> line(failed.error());
        }
    }

    private void line(Object value) {
        out.print(json(value));
        out.print('\n');
        out.flush();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // records of texts and numbers: cannot happen
        }
    }
}
