# نصوص النافذة. تأتي رسائل الأخطاء جاهزة من errors.ftl.
# قصيرة ودقيقة. التلميح جملة واحدة بلا نقطة في آخرها.

window-product = OpenMeetings Launcher

## Verbs and words used in several places

window-join = انضمام
window-cancel = إلغاء
window-close = إغلاق
window-back = رجوع
window-continue = متابعة
window-save = حفظ
window-undo = تراجع
window-try-again = إعادة المحاولة
window-try-now = المحاولة الآن
window-copy = نسخ
window-copy-link = نسخ الرابط
window-copy-app-link = نسخ رابط openmeetings://
window-copy-details = نسخ التفاصيل
window-copied = تم النسخ
window-link-copied = تم نسخ الرابط
window-more = المزيد
window-forget = نسيان
window-forgotten = أُزيل «{ $title }» من القائمة
window-remembered = من دعوة
window-arm = انضمام تلقائي
window-armed = ينضم تلقائيًا
window-rejoin = العودة إلى { $target }
window-loading = جارٍ التحميل
window-saving = جارٍ الحفظ
window-verb-change-password = تغيير كلمة المرور
window-verb-open-page = فتح في المتصفح
window-verb-try-again = إعادة المحاولة
window-key-control =
    { $system ->
        [mac] ⌘
       *[other] Ctrl
    }
window-key-shift =
    { $system ->
        [mac] ⇧
       *[other] Shift
    }
window-key-enter = Enter
window-key-escape = Esc

## State of the whole

window-start-failed = لا يستطيع المشغّل عرض أي شيء بعد
window-connection-lost = توقّف الجزء الذي يعمل في الخلفية ويُعاد تشغيله الآن. ما تراه هو آخر حالة معروفة.
window-server-says = يقول الخادم: «{ $words }»

## First run and adding a server

window-first-title = انضم إلى اجتماعك الأول
window-first-lead = الصق ما وصلك، أو أفلت ملف دعوة هنا.
window-first-field = رابط اجتماع أو عنوان خادمك
window-first-not-understood = هذا ليس رابط اجتماع ولا عنوان خادم
window-add-title = إضافة خادم
window-add-lead = الصق عنوانه، أو أي رابط إلى إحدى غرفه.
window-account-login = الحساب
window-account-password = كلمة المرور
window-account-keychain = تُحفظ كلمة المرور في سلسلة مفاتيح هذا الحاسوب
window-account-unprotected = هذا الاتصال غير مشفّر: تنتقل كلمة المرور مقروءة، وترفض المتصفحات هناك الكاميرا والميكروفون.
window-account-in-address = هذا الخادم أقدم من 9.0: تنتقل كلمة المرور ضمن عنوان الطلب، وقد تظهر في سجلّه.
window-account-without = المتابعة دون حساب
window-account-without-hint = سيطلب المتصفح تسجيل الدخول، ولن تظهر اجتماعاتك في القائمة
window-sign-in = تسجيل الدخول
window-sign-in-unprotected = تسجيل الدخول دون حماية
window-keychain-offer = يمكن إبقاء كلمة المرور في الذاكرة بدلًا من ذلك، وستُطلب مجددًا بعد إنهاء المشغّل
window-keychain-until-quit = الإبقاء حتى الإنهاء
window-route-room-hash = يستطيع { $login } دخول الغرف مباشرة.
window-soap-means = من يملك كلمة مرور هذا الحساب يستطيع دخول كل غرفة على الخادم باسم أي شخص. يستطيع مسؤول الخادم سحب الصلاحية `SOAP` منه؛ عندها لا تُدخل الغرف مباشرة، بل تسجّل الدخول في المتصفح.
window-route-room-page = سيسجّل { $login } الدخول في المتصفح.
window-route-unknown = سيتبيّن عند الانضمام ما إذا كان { $login } يستطيع دخول الغرف مباشرة.
window-route-no-account = ستسجّل الدخول في المتصفح.
window-added-title = أُضيف الخادم
window-added-names-hint = الاسم الأول واسم العائلة هما ما يراه الآخرون في الغرفة؛ وإن تُركا فارغين فاسم تسجيل الدخول
window-added-done = عرض الاجتماعات

## The check, layer by layer

window-layer-reach = عُثر عليه
window-layer-reach-running = البحث عن الخادم
window-layer-encryption = مشفّر
window-layer-encryption-running = فحص التشفير
window-layer-version = OpenMeetings
window-layer-version-running = السؤال عن الإصدار
window-layer-login = تم تسجيل الدخول
window-layer-login-running = تسجيل الدخول
window-layer-rights = الصلاحيات
window-layer-rights-running = السؤال عن صلاحيات الحساب
window-warning-not-encrypted = غير مشفّر
window-warning-not-encrypted-why = كل شيء مقروء في الطريق، وكلمة المرور أيضًا
window-warning-password-in-address = كلمة المرور في العنوان
window-warning-password-in-address-why = الخوادم الأقدم من 9.0 تأخذ كلمة المرور ضمن عنوان الطلب
window-milliseconds = { $ms } م.ث
window-slow-login = قد يستغرق الخادم حتى 15 ثانية لرفض كلمة مرور. ما زال الانتظار جاريًا.

## The field

window-field = ابحث أو الصق رابطًا أو اكتب رقم الغرفة
window-field-clear = مسح الحقل
window-enter-will = Enter: { $what }
window-choice-room = الانضمام إلى الغرفة { $room }
window-choice-invitation = الانضمام إلى الاجتماع على { $host }
window-choice-link = الانضمام عبر الرابط إلى { $host }
window-choice-on-server = على { $server }
window-choice-as-guest = بصفة الضيف المدعو
window-choice-works-once = يعمل الرابط مرة واحدة
window-choice-not-encrypted = غير مشفّر
window-choice-cancelled = أُلغي
window-choice-no-link = لا يحوي رابطًا للانضمام
window-invitation-opens = تفتح في { $time }
window-choice-repeats = يتكرر
window-choice-listed = في قائمتك
window-choice-outdated = في قائمتك نسخة أحدث
window-choice-remember = تذكّر
window-choice-update = تحديث ما في القائمة
window-choice-take-out = إزالة من القائمة
window-choice-server = إضافة الخادم { $host }
window-choice-server-known = عرض إعدادات { $server }
window-search-none = لا نتائج لـ «{ $query }»

## Joining

window-join-joining = الانضمام إلى { $target }
window-join-signing-in = تسجيل الدخول
window-join-signing-in-to = تسجيل الدخول إلى { $server }
window-join-opening = فتح المتصفح
window-join-opened = فُتح في متصفحك
window-join-opened-announced = { $target } مفتوح في متصفحك
window-join-works-once = يعمل الرابط مرة واحدة؛ و«الانضمام مجددًا» يُنشئ رابطًا جديدًا.
window-join-again = الانضمام مجددًا
window-way-room-hash = دخول مباشر
window-way-room-page = سيطلب المتصفح تسجيل الدخول
window-way-invitation = دخول بصفة الضيف المدعو
window-way-room-page-sentence = سيطلب المتصفح تسجيل الدخول.
window-way-none = لا غرفة
window-opens-at = يُفتح في { $time } · { $way }
window-as-person = باسم { $person }

## Meetings

window-next-now = الآن · بدأ للتو
window-next-started = الآن · بدأ { $ago }
window-next-soon = التالي · { $when }
window-next-at = التالي · في { $time }
window-day-today = اليوم
window-day-tomorrow = غدًا
window-all-day = طوال اليوم
window-until = حتى { $time }
window-moment-now = الآن
window-in-minutes = خلال { $minutes } د
window-moment-ended = انتهى
window-untitled = (بلا عنوان)
window-duration-minutes = { $minutes } د
window-duration-hours = { $hours } س
window-duration-both = { $hours } س { $minutes } د
window-foreign-time = { $time } عند المنظّم ({ $zone })
window-empty-title = لا شيء مخطط لليوم
window-empty-rooms = تظهر هنا الاجتماعات التي دُعيت إليها. يمكنك دخول غرفة في أي وقت.
window-empty-no-rooms = تظهر هنا الاجتماعات التي دُعيت إليها.
# Below the list: up to which day it holds all meetings.
window-later-until = تُعرض كل الاجتماعات حتى { $day }
window-later-none = لا اجتماعات حتى { $day }
window-later-show = عرض الاجتماعات اللاحقة
window-later-loading = جارٍ تحميل الاجتماعات اللاحقة

## Rooms

window-rooms = الغرف
window-rooms-all =
    { $count ->
        [zero] لا غرف
        [one] الغرفة الوحيدة
        [two] كلتا الغرفتين
        [few] كل الغرف ({ $count })
        [many] كل الغرف ({ $count })
       *[other] كل الغرف ({ $count })
    }
window-rooms-fewer = أقل
window-room-unnamed = (بلا اسم) { $number }
window-room-closed = مغلقة
window-room-presentation = عرض
window-room-interview = مقابلة
window-room-favourite = مفضّلة: { $room }

## How fresh the lists are

window-list-stale = المعروض هو ما كان معروفًا في { $time }.
window-list-next-try = المحاولة التالية { $when }.
window-list-refused-calendar = لا يحق لهذا الحساب قراءة تقويم { $server }: تظهر الغرف فقط.
window-list-refused-public-rooms = لا يحق لهذا الحساب عرض غرف { $server }: تظهر الاجتماعات فقط.
window-list-refused-both = لا يحق لهذا الحساب قراءة تقويم { $server } ولا غرفه.
window-list-no-account = دون حساب لا تظهر هنا اجتماعات { $server }.
window-list-add-account = إضافة حساب
window-status-servers = الخوادم
window-status-updated = حُدّث { $time }
window-status-as-of = حتى { $time }
window-status-updating = جارٍ التحديث
window-status-refresh = تحديث
window-status-offline = { $server }: لا يمكن الوصول إليه
window-status-sign-in = { $server }: رُفض تسجيل الدخول
window-status-password = { $server }: كلمة المرور مطلوبة
window-status-no-account = { $server }: بلا حساب

## Links from outside

window-question-title = هل تريد فتح هذا الرابط؟
window-question-room = رابط يؤدي إلى غرفة على { $server }.
window-question-invitation = رابط يدعوك إلى اجتماع على { $server }.
window-question-add-server = رابط يريد إضافة الخادم { $server }.
window-question-server-label = الخادم
window-question-room-label = الغرفة
window-question-key-label = المفتاح
window-question-unsigned = لم يوقّعه أحد، وهو لا يثبت من أعدّه. أضف الخادم فقط إذا كنت تتوقع هذا.
window-question-known = الخادم موجود من قبل: { $names }. لن يتغير أي شيء.
window-question-join-on = الانضمام على { $server }
window-question-as-given = الانضمام في المتصفح، دون حساب
window-question-add = إضافة هذا الخادم
window-question-dismiss = عدم فعل شيء

window-closing-title = هل تريد إغلاق النافذة؟
window-closing-words = لا يعرض سطح المكتب هذا أيقونات في الشريط، فلن يبقى من المشغّل شيء ظاهر. تستمر التذكيرات والروابط إذا بقي يعمل، وشغّله مرة أخرى لفتح النافذة.
window-closing-remember = افعل ذلك دائمًا
window-closing-keep = إبقاؤه يعمل

## Settings

window-settings = الإعدادات
window-servers = الخوادم
window-servers-none = لا خادم محفوظ بعد
window-server-add = إضافة
window-server-up = نقل { $server } إلى أعلى
window-server-down = نقل { $server } إلى أسفل
window-server-no-account = بلا حساب، الدخول في المتصفح
window-server-route-room-hash = { $login } · دخول مباشر
window-server-route-room-page = { $login } · الدخول في المتصفح
window-import = استيراد
window-export = تصدير
window-export-hint = دون كلمات مرور
window-exported = حُفظ باسم { $path }
window-imported = أُضيف: { $names }.
window-imported-known = موجود من قبل: { $names }.
window-imported-nothing = لا يحوي الملف خوادم

window-introduce = التعريف به لجهاز آخر…
window-introduce-hint = برمز QR أو برابط، دون حساب أو كلمة مرور
window-introduce-title = التعريف بالخادم «{ $server }»
window-introduce-words = وجّه كاميرا الجهاز الآخر إلى الصورة، أو أرسل الرابط. لا يحوي سوى العنوان وما تضيفه هنا، ولا أي سر.
window-introduce-picture = رمز QR يعرّف بالخادم «{ $server }»
window-introduce-link = الرابط
window-introduce-key = مع مفتاح الخادم
window-introduce-key-hint = عندها يضيف الجهاز الآخر هذا الخادم دون غيره
window-server-help = جهة المساعدة
window-server-help-hint = بريد إلكتروني أو رقم هاتف أو عنوان https
window-help-with = المساعدة: { $contact }
window-reminders = التذكيرات والقوائم
window-setting-remind = قبل الاجتماع
window-setting-remind-hint = إشعار فيه «انضمام» و«لاحقًا»
window-setting-remind-never = أبدًا
window-setting-floating = عائم فوق كل النوافذ
window-setting-floating-hint = نافذة صغيرة تبقى حتى تجيب عنها، لا تظهر عند إيقاف الإشعارات
window-setting-auto-join = السماح بالانضمام تلقائيًا
window-setting-auto-join-hint = يُختار كل اجتماع من قائمته. يتم الانضمام بعد عدّ تنازلي من 10 ثوانٍ، ولا يتم أبدًا والشاشة مقفلة
window-setting-login-ahead = تسجيل الدخول مسبقًا
window-setting-login-ahead-hint = عندما يقترب اجتماع أو تكون هذه النافذة في المقدمة، حتى لا يتأخر الانضمام. لا يتم ذلك على خوادم أقدم من OpenMeetings 9
window-setting-shortcut = الانضمام إلى الاجتماع التالي من أي مكان
window-setting-shortcut-hint = مفاتيح تعمل في كل البرامج
window-shortcut-choose = اختر المفاتيح
window-shortcut-press = اضغط المفاتيح …
window-shortcut-remove = إزالة
window-shortcut-taken = هذه المفاتيح يستخدمها سطح المكتب أو برنامج آخر: اختر غيرها
window-shortcut-invalid = لا توجد هذه المفاتيح في لوحة المفاتيح هذه: اختر غيرها
window-shortcut-unsupported = لا يمنح سطح المكتب هذا البرامج مفاتيح. اربط هذا الأمر بمفاتيح في إعداداته
window-ask-login = هل تريد تشغيل المشغّل عند تسجيل الدخول لتكون التذكيرات والروابط جاهزة؟
window-ask-login-no = ليس الآن
window-setting-refresh = تحديث القوائم
window-setting-refresh-hint = ما دامت النافذة مفتوحة وقبل الاجتماعات، وفي غير ذلك مرة كل ساعة تقريبًا، ولا يحدث أبدًا والشاشة مقفلة
window-setting-refresh-never = عند الطلب فقط
window-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
window-this-computer = هذا الحاسوب
window-setting-start = البدء عند تسجيل الدخول
window-setting-hidden = البدء دون نافذة
window-setting-hidden-hint = عند تسجيل الدخول تظهر أيقونة الشريط فقط
window-setting-close = الاستمرار بعد إغلاق النافذة
window-setting-close-hint = تحتاجه التذكيرات
window-setting-updates = البحث عن تحديثات
window-setting-updates-hint = مرة في اليوم؛ وتُسأل قبل تثبيت أي شيء
window-setting-without-tray = الإغلاق دون أيقونة في الشريط
window-setting-without-tray-hint = لا يعرض سطح المكتب هذا أيقونات
window-without-tray-ask = السؤال
window-without-tray-keep-running = إبقاؤه يعمل
window-without-tray-quit = إنهاء
window-setting-theme = المظهر
window-theme-system = كما في النظام
window-theme-light = فاتح
window-theme-dark = داكن
window-setting-language = اللغة
window-language-system = كما في النظام
window-keys = مفاتيح هذه النافذة
window-keys-field = الانتقال إلى الحقل
window-keys-rows = التنقل بين الاجتماعات والغرف
window-keys-join = الانضمام إلى المحدَّد
window-keys-next = الانضمام إلى ما يجري الآن أو يبدأ خلال ربع ساعة
window-keys-rejoin = العودة إلى حيث كنت آخر مرة
window-keys-copy = نسخ رابط المحدَّد
window-keys-zoom = تكبير، تصغير، كما كان
window-diagnostics = التشخيص
window-diagnose = البحث عن مشكلات
window-diagnose-hint = يفحص خوادمك وهذا الحاسوب ويقول ما يجب فعله. لا يسجّل الدخول في أي مكان ولا يغيّر شيئًا
window-diagnose-running = جارٍ الفحص… الخادم الذي لا يجيب يستغرق نصف دقيقة
window-diagnosis-good = كل شيء سليم
window-diagnosis-note = لا شيء يجب فعله
window-diagnosis-warning = كل شيء يعمل، لكن ينبغي فعل شيء
window-diagnosis-failed = هناك ما لا يعمل
window-finding-good = سليم:
window-finding-note = ملاحظة:
window-finding-warning = تحذير:
window-finding-failed = لا يعمل:
window-findings-good = { $count ->
        [zero] { $count } نقطة سليمة
        [one] نقطة واحدة سليمة
        [two] نقطتان سليمتان
        [few] { $count } نقاط سليمة
        [many] { $count } نقطة سليمة
       *[other] { $count } نقطة سليمة
    }
window-report = التقرير
window-report-hint = تقرير لمن يساعدك، فيه ما عُثر عليه. لا يحوي أسماء ولا عناوين ولا كلمات مرور ولا روابط
window-report-show = عرض التقرير
window-report-copy = نسخ التقرير
window-log-folder = فتح مجلد السجل
window-about = حول
window-version = الإصدار { $version }
window-update-title = الإصدار { $version } متاح
window-update-notes = الجديد فيه
window-update-install = تثبيت وإعادة تشغيل
window-update-later = لاحقًا
window-update-skip = تخطّي هذا الإصدار
window-update-check = البحث عن تحديثات
window-update-checking = جارٍ البحث عن إصدار أحدث …
window-update-current = هذا أحدث إصدار
window-update-downloading = جارٍ تنزيل الإصدار { $version } …
window-update-downloading-percent = جارٍ تنزيل الإصدار { $version }: { $percent } %
window-update-ready = جارٍ تثبيت الإصدار { $version } …
window-update-waits = يُثبَّت الإصدار { $version } بعد اجتماعك، ابتداءً من { $time }
window-update-after-meeting = أنت في اجتماع أو سيبدأ قريبًا: يكون التثبيت ابتداءً من { $time }
window-update-restarts = يُعاد تشغيل المشغّل. تستمر الاجتماعات في المتصفح
window-update-off-without-updates = بُني هذا المشغّل دون تحديثات
window-update-off-packaged = تأتي التحديثات مع حزم هذا الحاسوب
window-update-off-policy = أوقف مسؤول هذا الحاسوب التحديثات
window-licences = التراخيص
window-quit = إنهاء المشغّل
window-quit-hint = ينهي أيضًا أيقونة الشريط والتذكيرات والروابط

## A server

window-server = الخادم
window-server-name = الاسم
window-server-colour = اللون
window-colour-green = أخضر
window-colour-violet = بنفسجي
window-colour-blue = أزرق
window-colour-orange = برتقالي
window-colour-pink = وردي
window-colour-teal = أزرق مخضر
window-colour-yellow = أصفر
window-colour-grey = رمادي
window-server-address = العنوان
window-server-address-hint = كلمة المرور تخص هذا الخادم: بعد تغيير المضيف تُطلب مجددًا
window-server-login-hint = إن تُرك فارغًا فالدخول في المتصفح
window-server-person = ما يظهر للآخرين في الغرف
window-server-first-name = الاسم الأول
window-server-last-name = اسم العائلة
window-server-email = البريد الإلكتروني
window-server-rooms = في الغرف
window-server-language = لغة صفحة الغرفة
window-server-language-own = كما في هذا الحاسوب
window-server-browser = المتصفح
window-server-browser-system = كما في النظام
window-server-moderator = طلب الإشراف
window-server-moderator-hint = إن كان للحساب دخول مباشر
window-server-test = اختبار الصوت والصورة أولًا
window-server-test-hint = تسأل صفحة الغرفة قبل الدخول
window-server-saved = تم الحفظ
window-server-remove = إزالة هذا الخادم
window-server-remove-hint = يمكن التراجع عنها بعد ذلك بقليل
window-server-removed = أُزيل { $server }
window-server-version = OpenMeetings { $version }
window-check = الحساب والخادم
window-check-now = فحص الآن
window-check-running = جارٍ الفحص
window-check-passed = كل شيء على ما يرام
window-check-failed = هناك ما يعيق
window-trust-title = إن كنت تعرف أكثر
window-trust-words = يستطيع من يدير هذا الخادم أن يخبرك بمفتاحه، أو يعطيك ملفًا فيه شهادة الجهة الخاصة به. من دون أحدهما اترك الأمر: فربما يجيب شخص آخر.
window-trust-copy = نسخ المفتاح
window-trust-file = اختيار ملف شهادة…
window-trust-key = الوثوق بهذا المفتاح…
window-trust-question = هل تثق بهذا المفتاح للخادم «{ $server }»؟
window-trust-question-words = قارنه حرفًا حرفًا بما يقوله لك مسؤول الخادم بطريقة أخرى، كالهاتف. من يملك هذا المفتاح يستطيع قراءة كل ما ترسله إلى هناك، حتى كلمة المرور.
window-trust-key-same = إنه نفسه: الوثوق بهذا المفتاح
window-trusted = موثوق به
window-trusted-key = يُقبل هذا المفتاح دون غيره، مهما قالت شهادته:
window-trusted-authorities = تُقبل أيضًا الشهادات التي وقّعتها هذه الجهات:
window-trusted-take-back = إلغاء الثقة
window-trusted-take-back-hint = عندئذ لا يُعتدّ إلا بما يثق به هذا الحاسوب
window-password = كلمة المرور
window-password-new = كلمة المرور الجديدة لـ { $login }
window-password-saved = حُفظت كلمة المرور

# التذكير العائم.
window-in-seconds = خلال { $seconds } ث
window-reminder-begins = يبدأ الآن
window-reminder-began = بدأ قبل { $minutes } د
window-reminder-joins = ينضم تلقائيًا خلال { $seconds } ث
window-reminder-opens = يفتح عند { $time }
window-reminder-snooze = لاحقًا
window-reminder-dismiss = تجاهل
window-reminder-stop = إيقاف
window-reminder-many =
    { $count ->
        [few] { $count } اجتماعات معًا
       *[other] { $count } اجتماعًا معًا
    }
window-preflight-running = جارٍ فحص الخادم …
window-preflight-green = جاهز للانضمام

window-locked = { $organisation ->
        [none] حدّدته مؤسستك
       *[other] حدّدته { $organisation }
    }{ $contact ->
        [none] { "" }
       *[other] { "؛ " }اسأل { $contact }
    }
