package akashi.reorganization;

/** Where in an import something stands; the header is line 1. */
public record Place(String file, int line) {
    ImportReport.Fault fault(String column, String message, Object... args) {
        return new ImportReport.Fault(file, line, column, "reorganization.fault." + message, java.util.List.of(args));
    }
}
