/** Lower case. Short ones fail for their length anyway: these are the long and the "four kinds" favourites. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password1234 password12345 password123! password1! p@ssw0rd123 p@ssw0rd1234 passw0rd123! passw0rd1234 passwordpassword
   admin123456! admin@123456 admin12345678 administrator administrator1 administrator123 admin@123 admin123! admin#123
   welcome12345 welcome123! welcome1234 welcome@123 qwerty123456 qwerty12345678 qwertyuiop123 qwerty123! qwe123!@# qweasdzxc123
   1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz@wsx 1qaz!qaz 1qaz@wsx3edc !qaz2wsx !qaz@wsx zaq12wsx zaq1@wsx qazwsxedc123 q1w2e3r4t5y6 1q2w3e4r5t6y
   1q2w3e4r! abc123456789 abcd12345678 abcd1234! abcd@1234 abc@12345 aa123456! aa123456789 a1234567890 a123456789! aa@123456 a@123456 asd123456!
   letmein12345 letmein123! iloveyou1234 iloveyou123! iloveyou520! woaini1314520 woaini520! woaini123456 woaini5201314 5201314woaini
   monkey123456 dragon123456 sunshine1234 football1234 baseball1234 princess1234 superman1234 trustno1trustno1 changeme1234 changeme123!
   changeit1234 default12345 default123! secret123456 summer2024! summer2025! summer2026! winter2024! winter2025! winter2026! spring2026!
   autumn2026! test12345678 test123456! test@123456 test1234! root12345678 root@123456 root123! guest1234567 user12345678 user@123456
   system123456 system@123 oracle123456 oracle@123 postgres1234 postgres123! huawei@123 huawei12#$ changeme_123 h3c@12345 zxcvbnm12345
   zxcvbnm123! qwer1234! qwer@1234 qwer!@#$ 1234qwer!@#$ 1234qwer! asdf1234! asdfghjkl123 123456789abc 123456abcdef 123456qwerty
   1234567890ab abc1234567890 147258369147 147258369aaa 159357159357 741852963741 987654321abc 112233445566 123123123123 123321123321
   xinqiao12345 xinqiao@2026 xinqiao123! xinli@123456 shequ@123456 beijing@2008 china@123456 zhongguo1949 zhongguo@123`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
