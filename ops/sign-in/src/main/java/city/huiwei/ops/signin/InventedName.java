package city.huiwei.ops.signin;

/** Names for people and firms that do not exist; the same number gets the same name. */
final class InventedName {

  private static final String SURNAMES = "陈林黄张李王吴刘梁郑何谢罗杨周徐叶许蔡曾";
  private static final String FIRST = "思雨嘉子一若晓文梓欣浩俊志明家心宇海天佳";
  private static final String SECOND = "涵彤轩怡航妍琪睿宁朗霖然安悦杰颖铭恒薇达";
  private static final String[] BRANDS = {"云杉", "木棉", "海岸", "启明", "拾光", "远望", "青禾", "砺石"};
  private static final String[] TRADES = {"智能", "生物", "光电", "软件", "新材料", "海洋科技", "机器人"};

  private InventedName() {}

  /** Mixed first, by a factor without common divisor, so that neighbours look different. */
  static String ofPerson(int number) {
    var mixed = (int) (number * 2741L % 8000);
    return ""
        + SURNAMES.charAt(mixed % 20)
        + FIRST.charAt(mixed / 20 % 20)
        + SECOND.charAt(mixed / 400);
  }

  static String ofFirm(int number) {
    var brand = BRANDS[number % BRANDS.length];
    var trade = TRADES[number / BRANDS.length % TRADES.length];
    return "深圳市%s%s%d号有限公司(示例)".formatted(brand, trade, number);
  }
}
