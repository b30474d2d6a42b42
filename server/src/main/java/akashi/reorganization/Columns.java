package akashi.reorganization;

/** Headers of import files. */
final class Columns {
    static final String UNIT = "所属コード";
    static final String UNIT_NAME = "所属名";
    static final String ENGLISH = "英語名";
    static final String KIND = "種別";
    static final String PARENT = "上位所属コード";
    static final String POSITION = "並び順";
    static final String PREDECESSORS = "承継元";
    static final String SERVES = "応援先";
    static final String SOURCE = "出典";
    static final String POST = "職コード";
    static final String TITLE = "職名";
    static final String POST_CLASS = "職区分";
    static final String SEATS = "定員";
    static final String DEPUTIES = "代理順位";
    static final String STAFF_NUMBER = "職員番号";
    static final String NAME = "氏名";
    static final String KANA = "氏名カナ";
    static final String ROMAJI = "ローマ字";
    static final String RANK = "階級";
    static final String EMPLOYMENT = "職員区分";
    static final String DUTY_STATE = "勤務状態";
    static final String APPOINTMENT = "任用区分";
    static final String DOCUMENT = "辞令番号";
    static final String FROM = "開始日";
    static final String LAST_DAY = "終了日";
    static final String CHIEF = "当直責任者";
    static final String STARTS = "開始日時";
    static final String ENDS = "終了日時";

    static final String ORDER = "発令";
    static final String ORDER_DAY = "発令日";
    static final String CORRECTION = "訂正";

    private Columns() {}
}
