# ما يقوله سطر الأوامر وشريط النظام والإشعارات معًا.

target-room = الغرفة { $room } على { $server }
target-invitation = دعوة إلى { $server }
target-key = غرفة على { $server }

date-day = { $weekday ->
        [1] الاثنين
        [2] الثلاثاء
        [3] الأربعاء
        [4] الخميس
        [5] الجمعة
        [6] السبت
       *[7] الأحد
    }، { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }

room-kind = { $kind ->
        [conference] مؤتمر
        [presentation] عرض تقديمي
        [interview] مقابلة
       *[other] نوع آخر
    }
room-closed = مغلقة
room-nameless = (بلا اسم)

check-layer-reach = الوصول
check-layer-encryption = التشفير
check-layer-version = OpenMeetings
check-layer-login = تسجيل الدخول
check-layer-rights = الصلاحيات
check-key-as-introduced = المفتاح هو نفسه الوارد في بطاقة التعريف: { $key }
check-warning-not-encrypted = غير مشفّر: يمكن قراءة كل شيء في الطريق، بما فيه كلمة المرور
check-warning-password-in-address = تتلقّى الخوادم الأقدم من 9.0 كلمة المرور ضمن عنوان قد تسجّله الخوادم الوكيلة
check-route-room-hash = يمكن لهذا الحساب دخول الغرف مباشرة
check-route-room-page = سيسجّل هذا الحساب الدخول في المتصفح
check-route-unknown = الخادم سليم؛ لم يُفحص أي حساب

# تحت عنوان الاجتماع في الإشعار.
reminder-starts = يبدأ الساعة { $time }
reminder-began = بدأ الساعة { $time }

# What should be known before joining, in a reminder.
preflight-green = جاهز للانضمام
caution-room-full = الغرفة ممتلئة: يجب أن يغادر أحد أولًا
caution-plain-http = الصفحة غير مشفرة: سيرفض المتصفح الكاميرا والميكروفون
caution-signs-in-in-browser = سيطلب المتصفح تسجيل الدخول

# ما يفعله الاختصار كما يعرضه سطح المكتب.
shortcut-join-next = الانضمام إلى الاجتماع التالي

program-broke = في OpenMeetings Launcher خلل أوقفه، عند { $place }. شغّله من جديد؛ وإن تكرر ذلك فأبلغ عن هذا السطر، فليس فيه شيء من بياناتك
