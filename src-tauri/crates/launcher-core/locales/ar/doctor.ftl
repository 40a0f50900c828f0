# ما يجده الفحص؛ انظر النسخة الإنجليزية.

doctor-about-server = الخادم
doctor-about-invitations = الدعوات
doctor-about-computer = هذا الحاسوب

doctor-topic-address = العنوان
doctor-topic-encryption = التشفير
doctor-topic-version = الإصدار
doctor-topic-login = تسجيل الدخول
doctor-topic-rights = الصلاحيات
doctor-topic-speed = السرعة
doctor-topic-clock = الساعة
doctor-topic-strict-transport = المتصفحات
doctor-topic-open-address = عنوان بلا تشفير
doctor-topic-foreign-pages = صفحات أخرى
doctor-topic-path = المسار
doctor-topic-invitations = الدعوات
doctor-topic-saved-servers = الخوادم
doctor-topic-policy = المؤسسة
doctor-topic-keychain = سلسلة المفاتيح
doctor-topic-browser = المتصفح
doctor-topic-links = الروابط
doctor-topic-tray = شريط النظام
doctor-topic-resident = الخلفية
doctor-topic-proxy = الخادم الوكيل
doctor-topic-folders = المجلدات
doctor-topic-disk = مساحة القرص

doctor-not-looked-at = لا يُفحص ذلك على هذا النظام

## الخوادم

doctor-reached = يجيب OpenMeetings على العنوان { $address }
doctor-encrypted = الاتصال مشفّر والشهادة سليمة
doctor-not-encrypted = الاتصال غير مشفّر: يمكن قراءة كل شيء في الطريق، بما فيه كلمة المرور
    .hint = اطلب من مسؤول الخادم عنوانًا يبدأ بـ `https://`. حتى ذلك الحين ترفض المتصفحات الكاميرا والميكروفون
doctor-not-encrypted-here = الاتصال غير مشفّر، لكنه لا يغادر هذا الحاسوب

doctor-version-fine = لا توجد مشكلات معروفة في OpenMeetings { $version }
doctor-version-unreadable = يقول الخادم إن إصداره «{ $version }»، وهذا ليس إصدارًا
    .hint = إذا فشل تسجيل الدخول فاسأل مسؤول الخادم عن الإصدار الفعلي
doctor-version-no-keys = الإصدار OpenMeetings { $version } أقدم من 3.2: لا يستطيع المشغّل إدخال أحد إلى غرفه مباشرة
    .hint = اطلب من مسؤول الخادم تحديثه
doctor-version-password-in-address = يتلقّى OpenMeetings { $version } كلمات المرور ضمن عنوان يكتبه الخادم والخوادم الوكيلة في سجلاتها
    .hint = استخدم كلمة مرور لا تستخدمها في مكان آخر، واطلب من مسؤول الخادم التحديث إلى 9.0 أو أحدث
doctor-version-open-cookie = ترسل المتصفحات تسجيل الدخول إلى OpenMeetings { $version } عندما تستدعيه صفحات أخرى
    .hint = سجّل الخروج في المتصفح بعد الاجتماع، واطلب من مسؤول الخادم تحديثه
doctor-version-case-of-logins = يفرّق OpenMeetings { $version } بين الحروف الكبيرة والصغيرة في أسماء تسجيل الدخول
    .hint = إذا فشل تسجيل الدخول فاكتب الاسم تمامًا كما سُجِّل
doctor-version-bare-errors = لا يقول OpenMeetings { $version } لماذا يرفض شيئًا
    .hint = إذا فشل شيء فاسأل مسؤول الخادم: سجلّه يقول أكثر

doctor-login-made = استغرق تسجيل الدخول { $milliseconds } م‌ث
doctor-login-slow = استغرق تسجيل الدخول { $milliseconds } م‌ث: هذا ما ينتظره كل انضمام
    .hint = اسأل مسؤول الخادم هل الخادم مثقل بالعمل
doctor-login-no-account = لم يُجرَّب تسجيل الدخول: لا حساب محفوظًا لهذا الخادم
doctor-login-no-password = لم يُجرَّب تسجيل الدخول: لا تتوفّر كلمة مرور لهذا الخادم
    .hint = أدخل كلمة مرور الخادم من جديد
    .hint-cli = احفظها باستخدام `openmeetings profile set-password`
doctor-rights-keys = يمكن للحساب دخول الغرف مباشرة
doctor-rights-page = لا يُسمح للحساب بإنشاء مفاتيح للغرف: سيطلب المتصفح تسجيل الدخول
    .hint = للدخول مباشرة اطلب من مسؤول الخادم الصلاحية `SOAP`

doctor-speed-fine = يجيب خلال { $milliseconds } م‌ث
doctor-speed-slow = يحتاج إلى { $milliseconds } م‌ث لإجابة بسيطة
    .hint = تحقّق هل الصفحات الأخرى بطيئة أيضًا. إن لم تكن فاسأل مسؤول الخادم
doctor-clock-right = الفرق بين ساعته وساعة هذا الحاسوب { $seconds } ث
doctor-clock-untold = لا يقول كم الساعة عنده
doctor-clock-ahead = تتقدّم ساعته على ساعة هذا الحاسوب بمقدار { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }: تبدأ الاجتماعات في وقت غير المعروض
    .hint = دع هذا الحاسوب يضبط ساعته بنفسه. إن كانت صحيحة فأخبر مسؤول الخادم
doctor-clock-behind = تتأخّر ساعته عن ساعة هذا الحاسوب بمقدار { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }: تبدأ الاجتماعات في وقت غير المعروض
    .hint = دع هذا الحاسوب يضبط ساعته بنفسه. إن كانت صحيحة فأخبر مسؤول الخادم
doctor-foreign-pages-none = لا تستطيع صفحات الآخرين قراءة إجاباته
doctor-foreign-pages-named = يُسمح لصفحات خادم آخر واحد يسمّيه بقراءة إجاباته
doctor-foreign-pages-all = يُسمح لصفحات أيٍّ كان بقراءة إجاباته
    .hint = أخبر مسؤول الخادم: ينبغي أن يسمّي الإعداد `rest.allow.origin` خادمًا واحدًا أو أن يكون فارغًا
doctor-path-usual = هو حيث يكون OpenMeetings عادةً
doctor-path-other = هو تحت { $path } وليس تحت `/openmeetings/`: تحتاج الروابط إلى هذا الجزء
doctor-strict-transport-on = { $days ->
        [zero] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة { $days } يوم
        [one] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة يوم واحد
        [two] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة يومين
        [few] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة { $days } أيام
        [many] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة { $days } يومًا
       *[other] يطلب من المتصفحات أن تأتي باتصال مشفّر فقط، لمدة { $days } يوم
    }
doctor-strict-transport-off = لا يطلب من المتصفحات أن تأتي باتصال مشفّر فقط
    .hint = يمكن لمسؤول الخادم أن يجعله يرسل الترويسة `Strict-Transport-Security`
doctor-open-address-closed = لا يجيب بلا تشفير
doctor-open-address-redirects = يحوّل من يأتي بلا تشفير إلى العنوان المشفّر
doctor-open-address-told = يجيب بلا تشفير أيضًا، لكنه يطلب من المتصفحات ألا تأتي كذلك
doctor-open-address-answers = يجيب بلا تشفير أيضًا: من يترك `https://` يمكن التنصّت عليه
    .hint = أخبر مسؤول الخادم: ينبغي أن يقود العنوان غير المشفّر إلى العنوان المشفّر
doctor-browser-chosen-gone = المتصفح المختار له غير موجود على هذا الحاسوب: { $browser }
    .hint = اختر متصفحًا آخر في إعدادات الخادم

## الدعوات

doctor-invitation-fine = تقود إلى { $host }
doctor-invitation-leads-here = تقود إلى حاسوب من يفتحها: لا يعرف الخادم عنوانه
    .hint = اسأل من دعاك عن عنوان الخادم. على مسؤوله ضبط `application.base.url`
doctor-invitations-fine = { $count ->
        [zero] تقود كل الدعوات في جدول الاجتماعات إلى خوادم ({ $count })
        [one] تقود الدعوة في جدول الاجتماعات إلى خادم
        [two] تقود الدعوتان في جدول الاجتماعات إلى خوادم
        [few] تقود كل الدعوات في جدول الاجتماعات إلى خوادم ({ $count })
        [many] تقود كل الدعوات في جدول الاجتماعات إلى خوادم ({ $count })
       *[other] تقود كل الدعوات في جدول الاجتماعات إلى خوادم ({ $count })
    }
doctor-invitations-lead-here = { $count ->
        [zero] دعوات في جدول الاجتماعات ({ $count }) تقود إلى حاسوب من يفتحها: لا تعرف خوادمها عناوينها
        [one] دعوة في جدول الاجتماعات تقود إلى حاسوب من يفتحها: لا يعرف خادمها عنوانه
        [two] دعوتان في جدول الاجتماعات تقودان إلى حاسوب من يفتحهما: لا تعرف خوادمهما عناوينها
        [few] دعوات في جدول الاجتماعات ({ $count }) تقود إلى حاسوب من يفتحها: لا تعرف خوادمها عناوينها
        [many] دعوات في جدول الاجتماعات ({ $count }) تقود إلى حاسوب من يفتحها: لا تعرف خوادمها عناوينها
       *[other] دعوات في جدول الاجتماعات ({ $count }) تقود إلى حاسوب من يفتحها: لا تعرف خوادمها عناوينها
    }
    .hint = اسأل من دعاك عن عنوان الخادم. على مسؤوله ضبط `application.base.url`

## هذا الحاسوب

doctor-saved = { $count ->
        [zero] عدد الخوادم المحفوظة: { $count }
        [one] خادم واحد محفوظ
        [two] خادمان محفوظان
        [few] { $count } خوادم محفوظة
        [many] { $count } خادمًا محفوظًا
       *[other] { $count } خادم محفوظ
    }
doctor-saved-none = لا خادم محفوظًا
    .hint = أضف خادمًا
    .hint-cli = أضف خادمًا باستخدام `openmeetings profile add`
doctor-policy-none = لم تحدّد أي مؤسسة شيئًا
doctor-policy-in-force = حدّدت مؤسسة شيئًا، في { $source }
doctor-keychain-open = سلسلة المفاتيح مفتوحة
doctor-keychain-empty = سلسلة المفاتيح موجودة، وتُنشأ مع أول كلمة مرور تُحفظ
doctor-keychain-locked = سلسلة المفاتيح مقفلة: ستسأل عن كلمة مرورها
doctor-keychain-missing = لا توجد سلسلة مفاتيح: لا يمكن حفظ كلمات المرور
    .hint = ابدأ سلسلة مفاتيح مثل GNOME Keyring أو KWallet، أو احتفظ بكلمات المرور حتى إنهاء المشغّل فقط
doctor-keychain-silent = سلسلة المفاتيح لا تجيب
    .hint = انظر هل تسألك شيئًا في نافذة أخرى. إن لم تفعل فسجّل الخروج من هذا الحاسوب ثم الدخول إليه
doctor-browser-found = تُفتح الغرف في { $browser }
doctor-browser-gone = يُفترض أن تُفتح الغرف في { $browser }، لكن برنامجه غير موجود
    .hint = اختر متصفحًا آخر في إعدادات هذا الحاسوب، أو أعد تثبيته
doctor-browser-none = ليس في هذا الحاسوب متصفح يفتح العناوين فيه
    .hint = ثبّت متصفحًا، أو اختر متصفحًا في إعدادات هذا الحاسوب
doctor-links-ours = يفتح المشغّل روابط الاجتماعات
doctor-links-other = يفتح برنامج آخر روابط الاجتماعات: { $entry }
    .hint = اختر OpenMeetings Launcher لروابط `openmeetings` في إعدادات هذا الحاسوب، أو أعد تثبيته
doctor-links-gone = يُفترض أن يفتح المشغّل روابط الاجتماعات، لكن برنامجه غير موجود
    .hint = أعد تثبيت المشغّل
doctor-links-nobody = لا يفتح أي برنامج روابط الاجتماعات
    .hint = ثبّت المشغّل من حزمة، أو الصق الروابط في نافذته
doctor-tray-shown = يعرض سطح المكتب أيقونات في شريط النظام
doctor-tray-none = لا يعرض سطح المكتب أيقونات في شريط النظام
    .hint = على GNOME ثبّت الإضافة «AppIndicator». بلا شريط يجب فتح النافذة من القائمة
doctor-resident-runs = الجزء العامل في الخلفية يعمل، وهو من هذا الإصدار
doctor-resident-none = الجزء العامل في الخلفية لا يعمل: لا أحد يذكّرك بالاجتماعات
    .hint = افتح المشغّل. يمكن في الإعدادات جعله يبدأ عند تسجيل الدخول
    .hint-cli = ابدأه باستخدام `openmeetings tray`
doctor-resident-other = الجزء العامل في الخلفية من إصدار آخر: { $version }
    .hint = أنهِ المشغّل ثم ابدأه من جديد
    .hint-cli = أنهِه باستخدام `openmeetings quit` ثم ابدأه من جديد
doctor-resident-silent = الجزء العامل في الخلفية لا يجيب
    .hint = أنهِ البرنامج `openmeetings` أو سجّل الخروج من هذا الحاسوب، ثم ابدأ المشغّل من جديد
doctor-proxy-none = يُوصَل إلى الخوادم مباشرة
doctor-proxy = يُوصَل إلى الخوادم عبر الخادم الوكيل { $host }
doctor-folders-fine = يستطيع المشغّل كتابة ملفاته
doctor-folders-none = لا يوجد مجلد مستخدم تُحفظ فيه الملفات
    .hint = اسأل من يتولّى أمر هذا الحاسوب
doctor-folder-locked = لا يمكن كتابة شيء في { $path }
    .hint = تحقّق لمن المجلد، وهل القرص ممتلئ
doctor-disk-fine = المساحة الحرة { $megabytes } م‌ب
doctor-disk-full = لم يبق سوى { $megabytes } م‌ب من المساحة الحرة
    .hint = احذف ما لم يعد لازمًا
