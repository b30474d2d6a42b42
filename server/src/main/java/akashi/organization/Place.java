package akashi.organization;

/** Where in an import something stands; the header is line 1. */
record Place(String file, int line) {
    ImportReport.Fault fault(String column, String message, Object... args) {
        return new ImportReport.Fault(
                file, line, column, "organization.import.fault." + message, java.util.List.of(args));
    }
}
