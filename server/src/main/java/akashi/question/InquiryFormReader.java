package akashi.question;

import akashi.calendar.JapaneseDates;
import akashi.identity.LicenceNumber;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.PlateNumber;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.Serial;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.question.Reading.InputFault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a form field by field. It never guesses, and it finds everything that is wrong in one pass. */
@Component
public class InquiryFormReader {
    private static final int LONGEST_CASE = 60;
    private static final int LONGEST_NOTE = 400;
    private static final int LONGEST_REQUEST = 64;
    private static final int LONGEST_CALL_SIGN = 40;
    private static final int MOST_OPERATIONS = 40;
    private static final Set<String> SEXES = Set.of("male", "female");

    private final Operations register;
    private final Organization organization;
    private final InquiryRights rights;
    private final Clock clock;

    InquiryFormReader(Operations register, Organization organization, InquiryRights rights, Clock clock) {
        this.register = register;
        this.organization = organization;
        this.rights = rights;
        this.clock = clock;
    }

    /** The question of this form, or its faults. */
    public Reading read(InquiryForm form) {
        var faults = new ArrayList<InputFault>();
        var keys = keys(form, faults);
        var operations = operations(form, faults);
        var reason = reason(form, faults);
        var requester = requester(form, faults);
        var request = form.text(InquiryForm.REQUEST);
        if (request.length() > LONGEST_REQUEST || !plain(request)) {
            faults.add(fault(InquiryForm.REQUEST, "inquiry.fault.request"));
        }
        if (!faults.isEmpty()) {
            return new Reading.Misread(faults);
        }
        return new Reading.Understood(new Inquiry(
                form.kind(), keys, operations, reason, requester, form.ticked(InquiryForm.FOREIGN), request, ""));
    }

    private List<AskedKey> keys(InquiryForm form, List<InputFault> faults) {
        int before = faults.size();
        var keys = new ArrayList<AskedKey>();
        for (var field : fieldsOf(form.kind())) {
            var text = form.text(field);
            if (!text.isEmpty()) {
                key(field, text, faults, keys::add);
            }
        }
        switch (form.kind()) {
            case PERSON -> person(form, faults, keys::add);
            case VEHICLE -> plateNumber(form, !keys.isEmpty(), faults, keys::add);
            case ARTICLE, BICYCLE, PHONE -> {}
        }
        if (keys.isEmpty() && faults.size() == before) {
            faults.add(fault(
                    firstOf(form.kind()), "inquiry.fault.nothing." + form.kind().word()));
        }
        return keys;
    }

    /** The field a kind is asked by first; errors about the whole stand there. */
    static String firstOf(Kind kind) {
        return switch (kind) {
            case VEHICLE -> InquiryForm.PLATE;
            case PERSON -> InquiryForm.NAME;
            case ARTICLE -> InquiryForm.SERIAL;
            case BICYCLE -> InquiryForm.BICYCLE;
            case PHONE -> InquiryForm.PHONE;
        };
    }

    private static List<String> fieldsOf(Kind kind) {
        return switch (kind) {
            case VEHICLE -> List.of(InquiryForm.PLATE, InquiryForm.CHASSIS);
            case PERSON -> List.of(InquiryForm.LICENCE, InquiryForm.RESIDENCE_CARD);
            case ARTICLE -> List.of(InquiryForm.SERIAL);
            case BICYCLE -> List.of(InquiryForm.BICYCLE, InquiryForm.SERIAL);
            case PHONE -> List.of(InquiryForm.PHONE);
        };
    }

    private static void key(String field, String text, List<InputFault> faults, Consumer<AskedKey> keys) {
        switch (field) {
            case InquiryForm.PLATE ->
                take(field, Plate.parse(text), faults, plate -> keys.accept(new AskedKey.OfPlate(plate, text)));
            case InquiryForm.CHASSIS -> take(field, Serial.parse(text), faults, serial(AskedKey.Type.CHASSIS, keys));
            case InquiryForm.LICENCE ->
                take(field, LicenceNumber.parse(text), faults, n -> keys.accept(new AskedKey.OfLicence(n, text)));
            case InquiryForm.RESIDENCE_CARD ->
                take(
                        field,
                        ResidenceCardNumber.parse(text),
                        faults,
                        n -> keys.accept(new AskedKey.OfResidenceCard(n, text)));
            case InquiryForm.BICYCLE -> take(field, Serial.parse(text), faults, serial(AskedKey.Type.BICYCLE, keys));
            case InquiryForm.SERIAL -> take(field, Serial.parse(text), faults, serial(AskedKey.Type.SERIAL, keys));
            case InquiryForm.PHONE ->
                take(field, Phone.parse(text), faults, phone -> keys.accept(new AskedKey.OfPhone(phone, text)));
            default -> throw new IllegalStateException("No key stands in field " + field);
        }
    }

    private static Consumer<Serial> serial(AskedKey.Type type, Consumer<AskedKey> keys) {
        return serial -> keys.accept(new AskedKey.OfSerial(type, serial));
    }

    /** A part of a plate asks for a list, so it stands alone: whoever has a whole number needs no list. */
    private void plateNumber(InquiryForm form, boolean others, List<InputFault> faults, Consumer<AskedKey> keys) {
        var text = form.text(InquiryForm.PLATE_NUMBER);
        var colour = form.text(InquiryForm.COLOUR);
        if (!colour.isEmpty()
                && rights.colours().stream().noneMatch(entry -> entry.code().equals(colour))) {
            faults.add(fault(InquiryForm.COLOUR, "inquiry.fault.colour"));
        }
        if (text.isEmpty()) {
            return;
        }
        if (others) {
            faults.add(fault(InquiryForm.PLATE_NUMBER, "inquiry.fault.part-alone"));
            return;
        }
        take(
                InquiryForm.PLATE_NUMBER,
                PlateNumber.parse(text),
                faults,
                number -> keys.accept(new AskedKey.OfPlateNumber(number, blankless(colour), text)));
    }

    private void person(InquiryForm form, List<InputFault> faults, Consumer<AskedKey> keys) {
        var name = form.text(InquiryForm.NAME);
        var kana = form.text(InquiryForm.KANA);
        var romaji = form.text(InquiryForm.ROMAJI);
        var written = !name.isEmpty() ? name : !kana.isEmpty() ? kana : romaji;
        var birth = birth(form, faults);
        var sex = form.text(InquiryForm.SEX);
        if (!sex.isEmpty() && !SEXES.contains(sex)) {
            faults.add(fault(InquiryForm.SEX, "inquiry.fault.sex"));
            return;
        }
        if (written.isEmpty()) {
            if (birth != null && keysEmpty(form)) {
                faults.add(fault(InquiryForm.NAME, "inquiry.fault.birth-alone"));
            }
            return;
        }
        take(
                InquiryForm.NAME,
                PersonName.parse(written, blankless(kana), blankless(romaji)),
                faults,
                parsed -> keys.accept(new AskedKey.OfPerson(parsed, birth, sex.isEmpty() ? null : sex)));
    }

    private static boolean keysEmpty(InquiryForm form) {
        return form.text(InquiryForm.LICENCE).isEmpty()
                && form.text(InquiryForm.RESIDENCE_CARD).isEmpty();
    }

    private @Nullable PartialDate birth(InquiryForm form, List<InputFault> faults) {
        var text = form.text(InquiryForm.BIRTH);
        if (text.isEmpty()) {
            return null;
        }
        return switch (PartialDate.parse(text)) {
            case Parsed.Bad<PartialDate> bad -> {
                faults.add(new InputFault(InquiryForm.BIRTH, bad.messageKey(), bad.args()));
                yield null;
            }
            case Parsed.Good<PartialDate>(var date) -> {
                if (date.from().isAfter(LocalDate.ofInstant(clock.instant(), JapaneseDates.ZONE))) {
                    faults.add(fault(InquiryForm.BIRTH, "inquiry.fault.birth-future"));
                }
                yield date.unknown() ? null : date;
            }
        };
    }

    private Set<OperationCode> operations(InquiryForm form, List<InputFault> faults) {
        var codes = new HashSet<OperationCode>();
        var named = form.all(InquiryForm.OPERATION);
        if (named.size() > MOST_OPERATIONS) {
            faults.add(fault(InquiryForm.OPERATION, "inquiry.fault.operation"));
            return codes;
        }
        for (var text : named) {
            var version = OperationCode.fits(text)
                    ? register.byCode(new OperationCode(text))
                    : Optional.<OperationVersion>empty();
            if (version.isEmpty()) {
                faults.add(fault(InquiryForm.OPERATION, "inquiry.fault.operation"));
            } else if (Collections.disjoint(
                    version.get().definition().keyKinds(), form.kind().keys())) {
                faults.add(fault(InquiryForm.OPERATION, "inquiry.fault.operation-kind"));
            } else {
                codes.add(version.get().code());
            }
        }
        return codes;
    }

    private static Inquiry.Reason reason(InquiryForm form, List<InputFault> faults) {
        var purpose = form.text(InquiryForm.PURPOSE);
        if (purpose.isEmpty() || purpose.length() > LONGEST_CASE || !plain(purpose)) {
            faults.add(fault(InquiryForm.PURPOSE, "inquiry.fault.purpose"));
        }
        var caseReference = form.text(InquiryForm.CASE);
        if (caseReference.length() > LONGEST_CASE || !plain(caseReference)) {
            faults.add(fault(InquiryForm.CASE, "inquiry.fault.case"));
        }
        var note = form.text(InquiryForm.NOTE);
        if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
            faults.add(fault(InquiryForm.NOTE, "inquiry.fault.note", LONGEST_NOTE));
        }
        return new Inquiry.Reason(purpose, blankless(caseReference), note);
    }

    private @Nullable Requester requester(InquiryForm form, List<InputFault> faults) {
        var number = form.text(InquiryForm.STAFF);
        var callSign = form.text(InquiryForm.CALL_SIGN);
        if (number.isEmpty() && callSign.isEmpty()) {
            if (!form.text(InquiryForm.CHANNEL).isEmpty()) {
                faults.add(fault(InquiryForm.STAFF, "inquiry.fault.requester"));
            }
            return null;
        }
        if (callSign.length() > LONGEST_CALL_SIGN || !plain(callSign)) {
            faults.add(fault(InquiryForm.CALL_SIGN, "inquiry.fault.call-sign"));
            return null;
        }
        var channel =
                "PHONE".equals(form.text(InquiryForm.CHANNEL)) ? Requester.Channel.PHONE : Requester.Channel.RADIO;
        var calledBack = form.ticked(InquiryForm.CALLED_BACK);
        if (channel == Requester.Channel.PHONE && !calledBack) {
            faults.add(fault(InquiryForm.CALLED_BACK, "inquiry.fault.called-back"));
            return null;
        }
        if (number.isEmpty()) {
            return new Requester("", callSign, "", channel, calledBack);
        }
        var found = Requesters.find(organization, number);
        if (found.isEmpty()) {
            faults.add(fault(InquiryForm.STAFF, "inquiry.fault.staff-number"));
            return null;
        }
        return new Requester(number, callSign, found.get().unit(), channel, calledBack);
    }

    private static <T> void take(String field, Parsed<T> parsed, List<InputFault> faults, Consumer<T> good) {
        switch (parsed) {
            case Parsed.Good<T>(var value) -> good.accept(value);
            case Parsed.Bad<T>(var key, var args) -> faults.add(new InputFault(field, key, args));
        }
    }

    private static InputFault fault(String field, String key, Object... args) {
        return new InputFault(field, key, List.of(args));
    }

    /**
     * Whether a reference holds nothing that cannot be seen: no controls, no marks of direction, no halves of
     * characters.
     */
    private static boolean plain(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        });
    }

    private static @Nullable String blankless(String text) {
        return text.isEmpty() ? null : text;
    }
}
