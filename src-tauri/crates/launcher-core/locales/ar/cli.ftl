# ما لا يقوله إلا سطر الأوامر.

cli-error = خطأ: { $text }
cli-hint = تلميح: { $text }
cli-server = الخادم: { $text }
cli-warning = تحذير: { $text }
# Before the password is asked for or sent.
cli-caution-readable = هذا الاتصال غير مشفّر: تُرسل كلمة المرور مقروءة، وترفض المتصفحات هناك الكاميرا والميكروفون
cli-caution-in-address = هذا الخادم أقدم من 9.0: تُرسل كلمة المرور داخل عنوان الطلب، وقد يسجّله الخادم والخوادم الوسيطة
cli-certificate-key = مفتاحها هو { $key }؛ إن ذكر مسؤول الخادم المفتاح نفسه فثق به بالأمر `openmeetings profile trust`
cli-see-help = انظر `openmeetings --help`

cli-runtime-failed = تعذّر بدء البرنامج: { $reason }
cli-no-folder = تعذّر العثور على مجلد الإعدادات: لم يُحدَّد مجلد المستخدم
cli-trust-unread = تعذّرت قراءة الملف { $path }: { $reason }
cli-password-unread = تعذّرت قراءة كلمة المرور: { $reason }
cli-password-none = لم تصل أي كلمة مرور من الإدخال القياسي
cli-password-question = كلمة مرور { $login } على { $server }:
cli-profile-without-account = ليس لـ «{ $name }» حساب يمكن تعيين كلمة مرور له

cli-wait-join = جارٍ الانضمام
cli-wait-server = جارٍ البحث عن الخادم
cli-wait-meeting = جارٍ البحث عن الاجتماع
cli-wait-check = جارٍ الفحص
cli-wait-doctor = جارٍ فحص كل شيء
cli-wait-add = جارٍ فحص الخادم
cli-wait-list = جارٍ جلب القائمة
cli-wait-slow = { $what } (تتأخّر الخوادم في الرد على كلمة مرور خاطئة)

cli-opened = فُتح في المتصفح: { $target }
cli-opened-page = فُتح في المتصفح، وسيطلب منك تسجيل الدخول: { $target }
cli-opened-as-given = فُتح في المتصفح كما ورد: { $target }

cli-meetings-none = لا توجد اجتماعات ولا غرف عامة
cli-meetings-rooms = الغرف
cli-meetings-ended = انتهى
cli-meetings-now = الآن
cli-meetings-by = من { $organiser }
cli-meetings-room = الغرفة { $room }
cli-meetings-calendar-refused = لا يُسمح لهذا الحساب بقراءة التقويم
cli-meetings-rooms-refused = لا يُسمح لهذا الحساب بقراءة الغرف العامة
cli-meetings-loaded = حتى { $day }، { $time }: { $name }
cli-meetings-not-loaded = لم يُحمَّل شيء بعد من «{ $name }»: احذف --cached أو شغّل المشغّل

cli-check-passed = سليم
cli-check-warning = ملاحظة
cli-check-failed = فشل
cli-doctor-warning = تحذير
cli-check-took = { $milliseconds } م‌ث

cli-doctor-well = لا شيء يجب فعله
cli-doctor-look = كل شيء يعمل، لكن ينبغي فعل شيء: انظر الأسطر التي فيها «تحذير»
cli-doctor-failed = هناك ما لا يعمل: انظر الأسطر التي فيها «فشل»

cli-profiles-none = لم يُحفظ أي خادم بعد. أضف خادمًا باستخدام `openmeetings profile add`
cli-profiles-no-account = بلا حساب
cli-profile-removed = حُذف «{ $name }»
cli-profile-password-forgotten = تُنسى كلمة المرور الخاصة بـ { $name }، ويبقى الخادم: فقد حدّدته مؤسستك
cli-profile-password-saved = حُفظت كلمة مرور { $login } على «{ $name }» في سلسلة المفاتيح
cli-profile-saved = حُفظ «{ $name }» ({ $address })
cli-profile-saved-hash = حُفظ «{ $name }» ({ $address }): يمكن للحساب دخول الغرف مباشرة
cli-profile-saved-page = حُفظ «{ $name }» ({ $address }): سيسجّل الحساب الدخول في المتصفح

cli-profile-name = الاسم
cli-profile-address = العنوان
cli-profile-account = الحساب
cli-profile-shown-as = الاسم المعروض
cli-profile-email = البريد الإلكتروني
cli-profile-help = المساعدة
cli-profile-version = الإصدار
cli-profile-rooms = الغرف
cli-profile-trust = موثوق به
cli-profile-trust-computer = ما يثق به هذا الحاسوب
cli-profile-route-hash = تُدخل مباشرة
cli-soap-means = من يملك كلمة مرور هذا الحساب يستطيع دخول كل غرفة على الخادم باسم أي شخص. يستطيع مسؤول الخادم سحب الصلاحية `SOAP` منه؛ عندها لا تُدخل الغرف مباشرة، بل تسجّل الدخول في المتصفح
cli-profile-route-page = تُدخل بعد تسجيل الدخول في المتصفح
cli-profile-route-unknown = لم تُجرَّب بعد

cli-profile-trust-none = يُوثق في { $server } بما يثق به هذا الحاسوب
cli-profile-trust-key = لا يُوثق في { $server } إلا بالمفتاح { $key }
cli-profile-trust-authorities = يُوثق في { $server } بهذه الجهات أيضًا: { $names }

cli-import-unread = تتعذر قراءة { $source }: { $reason }
cli-import-added = { $line }: أُضيف «{ $name }» ({ $address })
cli-import-added-open = { $line }: أُضيف «{ $name }» ({ $address })، وهو غير مشفّر: يمكن قراءة كل شيء في الطريق، حتى كلمة المرور
cli-import-known = { $line }: موجود مسبقًا باسم «{ $name }»
cli-import-refused = { $line }: رُفض: { $reason }
cli-import-line = السطر { $line }
cli-import-server = خادم
cli-import-dry-run = لم يُحفظ أي شيء: كانت هذه تجربة
cli-introduced = تريد بطاقة تعريف إضافة خادم. لم يوقّعها أحد، وهي لا تثبت من أعدّها
cli-introduced-key = المفتاح
cli-introduced-known = الخادم موجود مسبقًا باسم «{ $name }»؛ لم يتغير أي شيء
cli-introduced-question = هل تريد حفظ هذا الخادم؟ [ن/ل]
# The first letter that means yes.
cli-introduced-yes = ن
cli-introduced-not = لم يُحفظ أي شيء
cli-introduced-unasked = لا يمكن سؤال أحد عن حفظ هذا الخادم؛ إذا كنت تعرف مصدر بطاقة التعريف فأضف { "\u2066" }--yes{ "\u2069" }

cli-nothing-runs = لا يعمل OpenMeetings Launcher
cli-running-already = يعمل OpenMeetings Launcher بالفعل

cli-policy-fine = السياسة { $path } سليمة. وهي تحدّد:
cli-policy-source = المعمول به على هذا الحاسوب، من { $path }:
cli-policy-none = لم تحدّد أي مؤسسة شيئًا لهذا الحاسوب. الإعدادات:
cli-policy-origin-policy = حدّدته المؤسسة
cli-policy-origin-person = اخترته أنت
cli-policy-origin-default = بداية حدّدتها المؤسسة
cli-policy-origin-built-in = مدمج
cli-policy-none-for-browsers = لا توجد سياسة على هذا الحاسوب؛ سمِّ واحدة باستخدام `--policy FILE`
