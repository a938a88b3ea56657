package dev.gantry.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How results are written. */
enum OutputFormat {
    JSON,
    CSV,
    TEXT;

    OutcomeWriter writer(PrintWriter out) {
        return switch (this) {
            case JSON -> new JsonLinesWriter(out);
            case CSV -> CsvWriter.withHeader(out);
            case TEXT -> new TextWriter(out);
        };
    }

    static final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "json", "jsonl" -> JSON;
                case "csv" -> CSV;
                case "text" -> TEXT;
                default -> throw new TypeConversionException("'" + name + "' is none of json, csv, text");
            };
        }
    }
}
