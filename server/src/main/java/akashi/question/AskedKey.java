package akashi.question;

import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.PlateNumber;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing known about who or what is asked for (照会項目), understood and kept with what was typed. */
public sealed interface AskedKey {
    /** What it is, as the ledger and messages name it. */
    Type type();

    /** As it was typed. */
    String typed();

    /** As people write it, to be read back. */
    String display();

    /** The keys it is searched by, strongest first. */
    List<SearchKey> searchKeys();

    /** Kinds of known things. */
    enum Type {
        PERSON,
        PLATE,
        PLATE_NUMBER,
        CHASSIS,
        LICENCE,
        RESIDENCE_CARD,
        BICYCLE,
        SERIAL,
        PHONE
    }

    /**
     * A person (人).
     *
     * @param birth may have unknown parts; null where nothing is known
     * @param sex code of the sex, null where not known
     */
    record OfPerson(
            PersonName name,
            @Nullable PartialDate birth,
            @Nullable String sex) implements AskedKey {
        @Override
        public Type type() {
            return Type.PERSON;
        }

        @Override
        public String typed() {
            return Stream.of(name.written(), name.kana(), name.romaji(), birth == null ? null : birth.canonical(), sex)
                    .filter(Objects::nonNull)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" / "));
        }

        @Override
        public String display() {
            return typed();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(name);
        }

        @Override
        public String toString() {
            return "OfPerson";
        }
    }

    /** A number plate (ナンバー). */
    record OfPlate(Plate plate, String typed) implements AskedKey {
        @Override
        public Type type() {
            return Type.PLATE;
        }

        @Override
        public String display() {
            return plate.display();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(plate);
        }
    }

    /**
     * What is left of a plate in a witness's mind: its number and perhaps the colour of the vehicle (一部照会).
     *
     * @param colour code of the colour, null where not known
     */
    record OfPlateNumber(PlateNumber number, @Nullable String colour, String typed) implements AskedKey {
        @Override
        public Type type() {
            return Type.PLATE_NUMBER;
        }

        @Override
        public String display() {
            return number.display();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(number);
        }
    }

    /** A driver licence (運転免許証番号). */
    record OfLicence(LicenceNumber licence, String typed) implements AskedKey {
        @Override
        public Type type() {
            return Type.LICENCE;
        }

        @Override
        public String display() {
            return licence.display();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(licence);
        }
    }

    /** A residence card (在留カード番号). */
    record OfResidenceCard(ResidenceCardNumber card, String typed) implements AskedKey {
        @Override
        public Type type() {
            return Type.RESIDENCE_CARD;
        }

        @Override
        public String display() {
            return card.display();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(card);
        }
    }

    /** A telephone number (電話番号). */
    record OfPhone(Phone phone, String typed) implements AskedKey {
        @Override
        public Type type() {
            return Type.PHONE;
        }

        @Override
        public String display() {
            return phone.display();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(phone);
        }
    }

    /** A number on a thing: chassis (車台番号), bicycle registration (防犯登録番号) or article (物品番号). */
    record OfSerial(Type type, Serial serial) implements AskedKey {
        public OfSerial {
            if (type != Type.CHASSIS && type != Type.BICYCLE && type != Type.SERIAL) {
                throw new IllegalArgumentException("No number stands on a thing of type " + type);
            }
        }

        @Override
        public String typed() {
            return serial.written();
        }

        @Override
        public String display() {
            return serial.written();
        }

        @Override
        public List<SearchKey> searchKeys() {
            return Normaliser.keys(KeyKind.valueOf(type.name()), serial);
        }
    }
}
