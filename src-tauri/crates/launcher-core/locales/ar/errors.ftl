# سبب تعذّر تنفيذ شيء ما. معاني المفاتيح مشروحة في en/errors.ftl.

error-bad-credentials = تعذّر تسجيل الدخول إلى «{ $server }» باسم { $login }: رُفض الاسم أو كلمة المرور
    .hint = تحقّق من كلمة المرور. لا يمكن لحسابات LDAP أو Google تسجيل الدخول من هنا: افتح الغرفة في المتصفح بدلًا من ذلك
error-account-not-active = تعذّر تسجيل الدخول إلى «{ $server }»: الحساب { $login } غير مفعّل
    .hint = استخدم الرابط الوارد في رسالة التسجيل، أو راجع مسؤول الخادم
error-no-group = تعذّر تسجيل الدخول إلى «{ $server }»: الحساب { $login } لا ينتمي إلى أي مجموعة
    .hint = اطلب من مسؤول الخادم إضافة الحساب إلى مجموعة
error-right-missing = لا يُسمح للحساب { $login } بذلك على «{ $server }»
    .hint = اطلب من مسؤول الخادم الصلاحية `SOAP`، أو افتح الغرفة في المتصفح
error-account-needed = لا يمكن طلب الاجتماعات من «{ $server }» من دون حساب
    .hint = أضف اسم تسجيل دخول إلى الخادم، أو انضم إلى غرفة برقمها أو برابطها
    .hint-cli = أضف اسم تسجيل دخول إلى ملف التعريف، أو حدّد غرفة برقمها أو برابطها

error-host-unknown = لم يُعثر على خادم باسم «{ $server }»
    .hint = تحقّق من العنوان ومن الاتصال بالشبكة
error-server-unreachable = تعذّر الوصول إلى «{ $server }»
    .hint = تحقّق من العنوان والمنفذ والاتصال بالشبكة
error-connection-cut = انقطع الاتصال مع «{ $server }»
    .hint = أعد المحاولة
error-timed-out = لم يستجب «{ $server }» في الوقت المحدّد
    .hint = أعد المحاولة، أو راجع مسؤول الخادم
error-proxy-needs-login = يطلب الخادم الوكيل لهذه الشبكة تسجيل الدخول قبل الوصول إلى «{ $server }»
    .hint = اسأل المسؤول عن الشبكة كيف تسجّل البرامج الدخول إلى الخادم الوكيل، أو اطلب استثناء لهذا الخادم
error-proxy-refused = لا يوصل الخادم الوكيل لهذه الشبكة إلى «{ $server }»
    .hint = افتح أي صفحة في المتصفح: ربما تطلب الشبكة تسجيل الدخول أولًا. وإلا فاسأل المسؤول عن الشبكة
error-tls-failed = تعذّر إنشاء اتصال مشفّر مع «{ $server }»
    .hint = تحقّق ممّا إذا كان يجب أن يبدأ العنوان بـ `http://`، وراجع مسؤول الخادم
error-certificate-untrusted = { $issuer ->
    [none] يقدّم «{ $server }» شهادة لم توقّعها جهة يثق بها هذا الحاسوب
   *[other] يقدّم «{ $server }» شهادة وقّعتها «{ $issuer }»، وهي جهة لا يثق بها هذا الحاسوب
}
    .hint = اطلب من مسؤول الخادم شهادة من جهة معروفة، أو ملفًا فيه شهادة الجهة الخاصة به؛ لم يُرسَل أي شيء
error-certificate-incomplete = { $issuer ->
    [none] لا يرسل «{ $server }» شهادة الجهة التي وقّعت شهادته
   *[other] لا يرسل «{ $server }» شهادة «{ $issuer }»، وهي الجهة التي وقّعت شهادته
}
    .hint = اطلب من مسؤول الخادم أن يرسل الخادم سلسلة الشهادات كاملة، وتُسمّى غالبًا `fullchain`: قد تجلب المتصفحات الناقص بنفسها، أما البرامج الأخرى فلا؛ لم يُرسَل أي شيء
error-certificate-wrong-name = { $names ->
    [none] يقدّم «{ $server }» شهادة صادرة لاسم آخر
   *[other] يقدّم «{ $server }» شهادة صادرة لاسم آخر: { $names }
}
    .hint = استخدم الاسم الذي صدرت الشهادة له، أو راجع مسؤول الخادم؛ لم يُرسَل أي شيء
error-certificate-expired = { $until ->
    [none] يقدّم «{ $server }» شهادة انتهت صلاحيتها
   *[other] يقدّم «{ $server }» شهادة انتهت صلاحيتها في { $until }
}
    .hint = اطلب من مسؤول الخادم تجديدها، وتحقّق من تاريخ هذا الحاسوب؛ لم يُرسَل أي شيء
error-certificate-not-yet-valid = { $from ->
    [none] يقدّم «{ $server }» شهادة لم تبدأ صلاحيتها بعد
   *[other] يقدّم «{ $server }» شهادة لا تبدأ صلاحيتها إلا في { $from }
}
    .hint = هل ساعة هذا الحاسوب صحيحة؟ إن كانت كذلك فراجع مسؤول الخادم؛ لم يُرسَل أي شيء
error-certificate-invalid = يقدّم «{ $server }» شهادة تالفة أو مسحوبة
    .hint = اطلب من مسؤول الخادم شهادة جديدة؛ لم يُرسَل أي شيء
error-certificate-is-default = يقدّم «{ $server }» الشهادة المرفقة بكل نسخة من OpenMeetings، ومفتاحها معلن
    .hint = يمكن لأي شخص انتحال صفة هذا الخادم. اطلب من مسؤوله شهادة خاصة به؛ لم يُرسَل أي شيء
error-certificate-other-key = { $source ->
    [trusted] مفتاح «{ $server }» هو الآن { $shown }. والمفتاح الموثوق به هو { $expected }
   *[introduction] مفتاح «{ $server }» هو { $shown } وليس { $expected } كما ورد في بطاقة التعريف به
}
    .hint = { $source ->
        [trusted] ربما ينتحل أحدهم صفة هذا الخادم. اسأل مسؤوله، بطريقة أخرى، هل تغيّر المفتاح. عندئذ فقط ألغِ الثقة القديمة في إعدادات الخادم وثق بالمفتاح الجديد؛ لم يُرسَل أي شيء
       *[introduction] اسأل من عرّفك بالخادم، بطريقة أخرى، عن المفتاح الصحيح. لا تضف الخادم قبل ذلك؛ لم يُرسَل أي شيء
    }
    .hint-cli = { $source ->
        [trusted] ربما ينتحل أحدهم صفة هذا الخادم. اسأل مسؤوله، بطريقة أخرى، هل تغيّر المفتاح. عندئذ فقط ألغِ الثقة القديمة بالأمر `openmeetings profile trust --remove`؛ لم يُرسَل أي شيء
       *[introduction] اسأل من عرّفك بالخادم، بطريقة أخرى، عن المفتاح الصحيح. لا تضف الخادم قبل ذلك؛ لم يُرسَل أي شيء
    }
# $path: of a file
error-authorities-unreadable = لا يمكن قراءة أي شهادة في { $path }
    .hint = اختر الملف الذي فيه شهادة جهة التوثيق بصيغة PEM؛ كثيرًا ما تنتهي أسماء هذه الملفات بـ `.pem` أو `.crt`
error-nothing-to-trust = لا يوجد هنا مفتاح يمكن الوثوق به
    .hint = تحقّق من الخادم مرة أخرى، وقارن المفتاح الذي يُعرض حينئذ

error-not-open-meetings = يستجيب «{ $server }»، ولكن ليس بوصفه خادم OpenMeetings
    .hint = تحقّق من مسار العنوان، وهو غالبًا `/openmeetings/`، وممّا إذا كانت الشبكة تطلب تسجيل الدخول أولًا
error-redirected-elsewhere = يحوّل «{ $server }» الطلبات إلى عنوان آخر
    .hint = تحقّق من العنوان وممّا إذا كانت الشبكة تطلب تسجيل الدخول أولًا. كان التحويل إلى { $target }
error-server-failed = تعذّر على «{ $server }» تنفيذ ذلك
    .hint = أعد المحاولة لاحقًا، أو راجع مسؤول الخادم
error-answer-unreadable = تعذّرت قراءة استجابة «{ $server }»
    .hint = أعد المحاولة لاحقًا. إذا تكرّر ذلك فأبلغ عنه مع التفاصيل

error-secret-missing = كلمة مرور { $login } على «{ $server }» غير معروفة
    .hint = أدخل كلمة مرور الخادم مرة أخرى
    .hint-cli = مرّرها باستخدام `--password-stdin`، أو احفظها باستخدام `openmeetings profile set-password`
error-keychain-missing = لا توجد على هذا الحاسوب سلسلة مفاتيح لكلمات المرور
    .hint = شغّل سلسلة مفاتيح مثل GNOME Keyring أو KWallet، أو احتفظ بكلمة المرور حتى إنهاء المشغّل فقط
    .hint-cli = شغّل سلسلة مفاتيح مثل GNOME Keyring أو KWallet، أو مرّر كلمة المرور باستخدام `--password-stdin`
error-keychain-locked = سلسلة المفاتيح مقفلة
    .hint = افتح قفلها ثم أعد المحاولة
    .hint-cli = افتح قفلها ثم أعد المحاولة، أو مرّر كلمة المرور باستخدام `--password-stdin`
error-keychain-failed = تعذّر على سلسلة المفاتيح تنفيذ ذلك
    .hint = أعد المحاولة، أو احتفظ بكلمة المرور حتى إنهاء المشغّل فقط
    .hint-cli = أعد المحاولة، أو مرّر كلمة المرور باستخدام `--password-stdin`
error-soap-password-not-kept = { $organisation ->
        [none] لا تريد مؤسستك الاحتفاظ بكلمة مرور { $login } على «{ $server }»: من يملكها يستطيع دخول كل غرفة باسم أي شخص
       *[other] لا تريد { $organisation } الاحتفاظ بكلمة مرور { $login } على «{ $server }»: من يملكها يستطيع دخول كل غرفة باسم أي شخص
    }
    .hint = تبقى معروفة حتى إنهاء المشغّل، ثم تُطلب من جديد. يستطيع مسؤول الخادم سحب الصلاحية `SOAP`
    .hint-cli = مرّرها كل مرة باستخدام `--password-stdin`. يستطيع مسؤول الخادم سحب الصلاحية `SOAP`

error-address-malformed = هذا ليس عنوان خادم: { $reason }
    .hint = أدخل عنوانًا مثل `https://meet.example.org/openmeetings`
error-not-encrypted = لا يستجيب إلا عنوان غير مشفّر: { $target }
    .hint = اطلب من مسؤول الخادم توفير `https`. إذا كنت تقبل أن يُقرأ كل شيء في الطريق، فاكتب العنوان كاملًا مع `http://`؛ لم يُرسَل أي شيء
error-link-malformed = لا يمكن استخدام هذا الرابط: { $reason }
    .hint = انسخ الرابط كاملًا من الدعوة ثم أعد المحاولة
error-link-unknown-server = { "\u200F" }«{ $server }» ليس من الخوادم المحفوظة
    .hint = أضف الخادم، أو افتح رابط الدعوة في المتصفح
    .hint-cli = أضفه باستخدام `openmeetings profile add`، أو افتح رابط الدعوة في المتصفح
error-invitation-unreadable = { $source ->
        [pasted] تعذّرت قراءة الدعوة الملصقة: { $reason }
       *[file] تعذّرت قراءة الدعوة { $target }: { $reason }
    }
    .hint = احفظ الدعوة من الرسالة مرة أخرى ثم أعد المحاولة
error-meeting-cancelled = أُلغي الاجتماع «{ $target }»
    .hint = اسأل المنظِّم إن كان ذلك غير متوقّع
error-meeting-changed = غيّر المنظِّم الاجتماع «{ $target }»
    .hint = هو الآن في جدول الاجتماعات كما صار؛ راجع وقته
error-invitation-not-remembered = لا يمكن إضافة «{ $target }» إلى جدول الاجتماعات: { $reason }
    .hint = اطلب من المنظِّم دعوة كاملة
error-invitation-outdated = توجد نسخة أحدث من «{ $target }» في جدول الاجتماعات
    .hint = إن فاجأك ذلك فابحث عن أحدث رسالة بشأنه
error-invitation-conflict = لم يتغيّر «{ $target }» في جدول الاجتماعات: { $reason }
    .hint = اسأل المنظِّم. إن كانت الدعوة الجديدة صحيحة فأزل الاجتماع من الجدول ثم احفظ الجديد
error-invitations-damaged = تعذّرت قراءة الاجتماعات المحفوظة؛ وُضع الملف جانبًا باسم { $path }
    .hint = افتح الدعوات مرة أخرى لحفظها
error-invitations-newer = كَتب إصدارٌ أحدث من هذا البرنامج الاجتماعاتِ المحفوظة في { $path }
    .hint = ثبّت الإصدار الأحدث من جديد؛ وإلى ذلك الحين لا يُحفظ أي اجتماع من الدعوات
error-invitations-failed = تعذّرت قراءة الاجتماعات المحفوظة في { $path } أو كتابتها
    .hint = تحقّق من وجود المجلد ومن أنه لك وفيه مساحة
error-nothing-to-join = لا يوجد ما يمكن الانضمام إليه: { $reason }
    .hint = اطلب الرابط من المنظِّم
error-nothing-now = لا يوجد اجتماع جارٍ الآن، ولا يبدأ أي اجتماع خلال ربع ساعة
    .hint = اختر اجتماعًا أو غرفة من القائمة
error-nothing-joined-yet = لم تنضم إلى أي غرفة بعد
    .hint = انضم إلى غرفة من القائمة، وبعد ذلك يمكن الانضمام إليها مرة أخرى

error-field-invalid = لا يمكن حفظ ملف التعريف: { $reason }
    .hint = صحّح القيمة ثم أعد المحاولة
error-profile-unknown = لا يوجد ملف تعريف باسم «{ $profile }»
    .hint = اختر خادمًا من القائمة
    .hint-cli = انظر `openmeetings profile list`
error-profile-needed = توجد خوادم محفوظة عدّة ولم يُحدَّد المقصود منها: { $candidates }
    .hint = اختر الخادم
    .hint-cli = حدّد أحدها باستخدام `--profile`
error-no-profiles = لم يُحفظ أي خادم بعد
    .hint = أضف خادمًا
    .hint-cli = أضف خادمًا باستخدام `openmeetings profile add`، أو حدّد خادمًا باستخدام `--url`
error-meeting-unknown = لا توجد غرفة ولا اجتماع باسم «{ $target }»
    .hint = ابحث عنه في القائمة
    .hint-cli = انظر `openmeetings meetings`
error-meeting-ambiguous = { $source ->
        [pasted] تحتوي الدعوة على اجتماعات عدّة: { $candidates }
       *[name] ينطبق «{ $target }» على أكثر من واحد: { $candidates }
    }
    .hint = اكتب جزءًا أطول من الاسم، أو أدخل رقم الغرفة
error-room-unknown = لا توجد غرفة { $room } على «{ $server }»
    .hint = ابحث عن الغرفة في القائمة
    .hint-cli = يعرض `openmeetings meetings` غرف الخادم
error-room-closed = «{ $room }» على «{ $server }» مغلقة
    .hint = اطلب من المنظّم فتح الغرفة؛ عند الانضمام يظهر المكان البديل

error-browser-failed = تعذّر تشغيل المتصفح
    .hint = انسخ الرابط وافتحه بنفسك
    .hint-cli = افتح العنوان بنفسك؛ يعرضه `--print`
error-profiles-damaged = تعذّرت قراءة الخوادم المحفوظة؛ نُقل الملف إلى { $path }
    .hint = أضف الخوادم من جديد، أو أصلح الملف وأعده إلى مكانه
error-profiles-newer = كُتبت الخوادم المحفوظة في { $path } بإصدار أحدث من هذا البرنامج
    .hint = ثبّت الإصدار الأحدث مرة أخرى؛ لم يُمسّ الملف
error-profiles-failed = تعذّرت قراءة الخوادم المحفوظة في { $path } أو كتابتها
    .hint = تحقّق من أن المجلد موجود ومملوك لك وفيه مساحة كافية
error-settings-damaged = تعذّرت قراءة الإعدادات؛ نُقل الملف إلى { $path }
    .hint = راجع الإعدادات واختر من جديد ما كنت قد غيّرته
error-settings-newer = كُتبت الإعدادات في { $path } بإصدار أحدث من هذا البرنامج
    .hint = ثبّت الإصدار الأحدث مرة أخرى؛ وحتى ذلك الحين تُستخدم الإعدادات المعتادة ولا يُغيَّر شيء
error-settings-failed = تعذّرت قراءة الإعدادات في { $path } أو كتابتها
    .hint = تحقّق من أن المجلد موجود ومملوك لك وفيه مساحة كافية
error-nothing-removed = لا يوجد خادم محذوف يمكن استرجاعه
    .hint = أضف الخادم من جديد
error-meeting-gone = لم يعد هذا الاجتماع في القائمة
    .hint = حدّث القائمة ثم اختر من جديد
error-no-setup = لا يوجد خادم قيد الإضافة
    .hint = ابدأ من جديد بعنوان الخادم
error-nothing-to-copy = لا يوجد ما يمكن نسخه
    .hint = انضم أولًا ثم انسخ الرابط
error-introduction-not-encrypted = لا يمكن إنشاء بطاقة تعريف للخادم «{ $profile }»: عنوانه غير مشفّر
    .hint = اطلب من مسؤول الخادم توفير `https`، أو استخدم *تصدير*
error-too-long-for-qr = بطاقة التعريف أطول من أن تتسع لها رمز QR
    .hint = أرسل الرابط بدلًا من ذلك، أو اختر للخادم اسمًا أقصر
error-list-not-fetched = لم يقدّم «{ $server }» قائمة خوادم
    .hint = يجب أن يكون في هذا العنوان نص عادي أو JSON؛ ولا يتبع البرنامج التحويل إلى عنوان آخر
error-import-unreadable = لم يُستورد أي شيء: { $reason }
    .hint = اختر ملفًا كُتب باستخدام *تصدير*، أو بطاقة تعريف بخادم، أو قائمة في كل سطر منها عنوان
error-file-not-read = تعذّرت قراءة الملف { $path }
    .hint = تحقّق من أن الملف موجود ومن أنه يُسمح لك بقراءته
error-file-not-written = تعذّرت كتابة الملف { $path }
    .hint = اختر مجلدًا آخر، أو تحقّق من أن هذا المجلد مملوك لك وفيه مساحة كافية
error-resident-gone = توقف الجزء الذي يعمل في الخلفية قبل أن ينتهي
    .hint = أعد المحاولة بعد لحظات: يجري تشغيله من جديد
error-resident-failed = تعذّر تشغيل جزء البرنامج الذي يعمل في الخلفية
    .hint = أعد المحاولة. إذا استمر ذلك فأعد تثبيت البرنامج أو أبلغ عنه مع التفاصيل
error-window-failed = تعذر فتح النافذة: لا يعمل { $path }
    .hint = أعد تثبيت المشغّل. تستمر أيقونة الشريط وسطر الأوامر في العمل
error-resident-running = ‏OpenMeetings Launcher يعمل بالفعل
    .hint = افتح نافذته بدل تشغيله مرة أخرى
error-newer-running = تعمل نسخة أحدث من OpenMeetings Launcher
    .hint = أغلق هذه النسخة وشغّل النسخة الأحدث
error-too-many-viewers = عدد البرامج المتصلة بالمشغّل كبير جدًا
    .hint = أغلق بعضها ثم أعد المحاولة
error-clipboard-failed = تعذّر وضع شيء في الحافظة
    .hint = أعد المحاولة، أو انسخه يدويًا
error-autostart-failed = تعذّر تغيير التشغيل عند تسجيل الدخول
    .hint = تحقق من أن مجلد البرامج التي تبدأ عند تسجيل الدخول ملكك وأن فيه متسعًا
error-folder-failed = تعذّر فتح المجلد { $path }
    .hint = افتحه في مدير الملفات
error-interrupted = قُطع العمل
    .hint = أعد المحاولة

# تحديثات المشغّل نفسه.
error-update-unreachable = تعذّر الوصول إلى خادم التحديثات
    .hint = تحقّق من الاتصال بالشبكة وأعد المحاولة
error-update-not-found = لا يوجد في خادم التحديثات تحديث لهذا الحاسوب
    .hint = أعد المحاولة لاحقًا
error-update-cut = انقطع تنزيل التحديث؛ لم يتغيّر شيء
    .hint = تحقّق من الاتصال بالشبكة وأعد المحاولة
error-update-not-genuine = التحديث غير موقّع من صانعي المشغّل. لم يُثبَّت ولم يتغيّر شيء
    .hint = لا تثبّته يدويًا. إن بقي الأمر هكذا فأبلغ عنه مع التفاصيل
error-update-no-space = لم يُثبَّت التحديث: القرص ممتلئ
    .hint = أفرغ بعض المساحة وأعد المحاولة
error-update-not-writable = لم يُثبَّت التحديث: لا يُسمح لك بتغيير ملف البرنامج أو مجلده
    .hint = انقل البرنامج إلى مجلد خاص بك، أو اسأل مسؤول الحاسوب
error-update-failed = لم يُثبَّت التحديث
    .hint = أعد المحاولة. إن بقي الأمر هكذا فأبلغ عنه مع التفاصيل

reason-address-empty = العنوان فارغ
reason-address-too-long = العنوان طويل جدًا
reason-address-blank = في العنوان مسافة
reason-address-control-character = في العنوان محرف تحكّم
reason-address-scheme = يبدأ العنوان بـ «{ $scheme }:» وليس بـ https: أو http:
reason-address-credentials = في العنوان اسم مستخدم أو كلمة مرور؛ احذف كل ما يسبق «@» مع العلامة نفسها
reason-address-no-host = لا يذكر العنوان أي خادم
reason-address-host-name = في اسم الخادم محارف لا ترد في أسماء المضيفين
reason-address-port = منفذ العنوان ليس رقمًا لا يتجاوز 65535
reason-address-ip = عنوان IP غير صالح
reason-address-malformed = تعذّرت قراءة العنوان

reason-link-no-room = لا يؤدي العنوان إلى غرفة: لا يوجد فيه hash?invitation={ "\u200E" } ولا hash?secure={ "\u200E" } ولا #room/{ "\u200E" }
reason-link-hash = الرابط تالف: الرمز hash مفقود أو غير مكتمل
reason-link-room = الرابط تالف: الغرفة بعد #room/{ "\u200E" } مفقودة أو تعذّرت قراءتها
reason-link-malformed = تعذّرت قراءة الرابط
reason-link-empty = الرابط فارغ
reason-link-room-number = تبدأ أرقام الغرف من 1
reason-link-no-file = لا يشير إلى ملف على هذا الحاسوب
reason-link-neither = ليس رابطًا ولا ملف دعوة
reason-link-too-many = وصل عدد كبير دفعة واحدة، فلا بد أن صفحة أو برنامجًا يرسلها
reason-link-no-introduction = يؤدي إلى غرفة ولا يعرّف بخادم

reason-deep-link-scheme = لا يبدأ بـ openmeetings://{ "\u200E" }
reason-deep-link-too-long = طويل جدًا
reason-deep-link-characters = فيه محارف لا ترد في الروابط
reason-deep-link-secret = فيه كلمة مرور أو جلسة أو مفتاح غرفة، ولا يجوز ذلك في أي رابط
reason-deep-link-unknown = فيه جزء لا يعرفه هذا الإصدار
reason-deep-link-twice = يذكر الشيء نفسه مرتين
reason-deep-link-no-room = لا يذكر أي غرفة
reason-deep-link-no-server = لا يذكر أي خادم
reason-deep-link-name = الاسم الوارد فيه طويل جدًا أو فيه محارف لا ترد في الأسماء
reason-deep-link-key = المفتاح الوارد فيه ليس `sha256//` متبوعًا بـ 44 محرفًا
reason-deep-link-help = جهة المساعدة الواردة فيه ليست بريدًا إلكترونيًا ولا رقم هاتف ولا عنوان https

reason-invitation-too-large = أكبر من أي دعوة
reason-invitation-no-calendar = ليست ملف تقويم
reason-invitation-no-event = لا تحتوي على أي حدث
reason-invitation-too-many = تحتوي على أكثر من { $most ->
        [zero] { $most } حدث
        [one] حدث واحد
        [two] حدثين
        [few] { $most } أحداث
        [many] { $most } حدثًا
       *[other] { $most } حدث
    }؛ المطلوب دعوة واحدة
reason-invitation-answer = هي رد على دعوة وليست دعوة
reason-invitation-no-time = لا تذكر الدعوة وقتًا
reason-invitation-over = لقد انتهى
reason-invitation-none = هذه ليست دعوة
reason-invitation-other-host = تقود الدعوة الجديدة إلى خادم غير الذي في جدول الاجتماعات
reason-invitation-other-organiser = جاءت الدعوة الجديدة من منظِّم غير الذي في جدول الاجتماعات
reason-invitation-no-link = { $source ->
        [pasted] لا تحتوي الدعوة على رابط إلى غرفة OpenMeetings
       *[file] لا يحتوي { $file } على رابط إلى غرفة OpenMeetings
    }

reason-file-missing = الملف غير موجود
reason-file-not-allowed = لا يُسمح لهذا الحساب بقراءته
reason-file-unreadable = فشلت القراءة

reason-meeting-no-room = لا توجد غرفة للاجتماع «{ $meeting }»
reason-server-only = { $address } عنوان خادم وليس عنوان غرفة عليه

reason-import-too-large = الملف كبير جدًا
reason-import-kind = الملف من نوع آخر أو إصدار آخر
reason-import-format = الملف ليس بصيغة ملفات التصدير
reason-import-empty = لا يوجد فيه أي خادم
reason-import-line = السطر { $line }: { $reason }
reason-import-server = { "\u200F" }«{ $server }»: { $reason }

reason-field-name-too-long = اسمه أطول من { $longest ->
        [zero] { $longest } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $longest } أحرف
        [many] { $longest } حرفًا
       *[other] { $longest } حرف
    }
reason-field-name-taken = يوجد ملف تعريف آخر باسم «{ $name }»
reason-field-too-long = { $field ->
        [login] اسم تسجيل الدخول
        [first-name] الاسم الأول
        [last-name] اسم العائلة
        [email] عنوان البريد الإلكتروني
        [browser] المتصفح
       *[name] الاسم
    } أطول من { $longest ->
        [zero] { $longest } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $longest } أحرف
        [many] { $longest } حرفًا
       *[other] { $longest } حرف
    }
reason-field-control-character = يوجد محرف تحكّم في { $field ->
        [login] اسم تسجيل الدخول
        [first-name] الاسم الأول
        [last-name] اسم العائلة
        [email] عنوان البريد الإلكتروني
        [browser] المتصفح
       *[name] الاسم
    }
reason-field-email = لا توجد في عنوان البريد الإلكتروني علامة «@» محاطة بنص من الجانبين
reason-field-help = جهة المساعدة ليست بريدًا إلكترونيًا ولا رقم هاتف ولا عنوان https

# What an organisation laid down. `organisation` and `contact` are `none` where
# the policy does not name them.
error-policy-locked = { $organisation ->
        [none] حدّدت مؤسستك `{ $field }` ولا يمكن تغييره هنا
       *[other] حدّدت { $organisation } قيمة `{ $field }` ولا يمكن تغييرها هنا
    }
    .hint = { $contact ->
        [none] اسأل من يدير هذا الحاسوب
       *[other] اسأل { $contact }
    }
error-server-not-allowed = { $organisation ->
        [none] لا تسمح مؤسستك بالخادم { $server } على هذا الحاسوب
       *[other] لا تسمح { $organisation } بالخادم { $server } على هذا الحاسوب
    }
    .hint = { $contact ->
        [none] افتح الرابط في المتصفح إن كنت تثق به، أو اسأل من يدير هذا الحاسوب
       *[other] افتح الرابط في المتصفح إن كنت تثق به، أو اسأل { $contact }
    }
error-policy-unreadable = { $line ->
        [none] لا يمكن استخدام ما حدّدته مؤسستك لهذا الحاسوب: `{ $field }` في { $path } غير صحيح
       *[other] لا يمكن استخدام ما حدّدته مؤسستك لهذا الحاسوب: السطر { $line } من { $path } غير صحيح (`{ $field }`)
    }
    .hint = لا يمكن تغيير أي شيء قد يحدّده حتى يُصحَّح؛ خوادمك ما زالت تعمل. أخبر من يدير هذا الحاسوب
    .hint-cli = افحصه باستخدام `openmeetings policy check`؛ حتى يُصحَّح لا يمكن تغيير أي شيء قد يحدّده
